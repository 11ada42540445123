/** Who saw or was refused what: an append-only trail whose entries hold each other in place. */
package org.refugio.access.audit;
