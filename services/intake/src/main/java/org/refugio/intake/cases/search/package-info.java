/** The search tokens of a case, and how the text of a search is read. */
package org.refugio.intake.cases.search;
