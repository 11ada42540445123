/** The common parts of all pages: frame, language, forms, formatting and errors. */
package org.refugio.console.pages;
