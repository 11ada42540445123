/** The checklist: its items, their files, and the review decisions. */
package org.refugio.document.checklist;
