/** What all pages have in common: their frame, their language, their forms, and how they say no. */
package org.refugio.console.pages;
