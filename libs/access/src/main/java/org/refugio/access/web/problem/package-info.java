/** Writes every response that is not a success as a problem detail (RFC 9457). */
package org.refugio.access.web.problem;
