/** The document service: the checklist of each case, and its files. */
package org.refugio.document;
