/** Permissions of staff by role and office, denied by default. */
package org.refugio.access;
