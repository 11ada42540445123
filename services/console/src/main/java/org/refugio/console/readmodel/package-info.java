/** The read model of the pages, derived from the events of all services. */
package org.refugio.console.readmodel;
