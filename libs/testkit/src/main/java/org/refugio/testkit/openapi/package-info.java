/** Compares the checked-in description of a service's interface with the running service. */
package org.refugio.testkit.openapi;
