/** Holds the checked-in description of a service's interface against the running service. */
package org.refugio.testkit.openapi;
