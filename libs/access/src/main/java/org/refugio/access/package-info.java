/** Who may do what in which office: one table, deny by default, and the audit trail of reads and denials. */
package org.refugio.access;
