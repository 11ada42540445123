/** Serves the description of a service's routes and their rules at {@code /v1/openapi}. */
package org.refugio.access.openapi;
