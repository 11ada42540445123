/** The audit trail of reads, commands and denials: append-only, with entries that are chained by their hashes. */
package org.refugio.access.audit;
