/** Writes the audit entry of every request before the first byte of its response leaves. */
package org.refugio.access.web.audit;
