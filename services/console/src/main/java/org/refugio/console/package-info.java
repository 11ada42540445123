/** The web interface: staff pages, applicant pages, and the gateway to the services. */
package org.refugio.console;
