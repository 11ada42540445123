/** Forms that were submitted and not carried out: kept for a short time for the person who typed them. */
package org.refugio.console.unsent;
