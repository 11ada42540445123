/** Every service describes its own routes, and who may use them, at {@code /v1/openapi}. */
package org.refugio.access.openapi;
