/** Document: the checklist of each case, and the files that people bring. */
package org.refugio.document;
