/** What the pages show, built from all services' events in the console's own database. */
package org.refugio.console.readmodel;
