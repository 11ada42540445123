/** The public door to the services' HTTP interfaces, for outside programs with a token of their own. */
package org.refugio.console.gateway;
