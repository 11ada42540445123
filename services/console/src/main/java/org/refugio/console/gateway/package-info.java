/** The public HTTP interface of the services, for other programs with an access token. */
package org.refugio.console.gateway;
