/** The web of the product: staff pages, applicants' pages, the public door to the services. */
package org.refugio.console;
