/** The checklist: what is missing, what came, and what a reviewer said of it. */
package org.refugio.document.checklist;
