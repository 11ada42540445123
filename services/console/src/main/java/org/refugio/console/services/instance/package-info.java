/** Sends a request to one instance of a service, and tells the failures of the instance from those of the client. */
package org.refugio.console.services.instance;
