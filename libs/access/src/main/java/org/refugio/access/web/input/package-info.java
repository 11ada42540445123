/** Reads what clients send, strictly: a value is read as it was meant, or refused with its field and what was expected. */
package org.refugio.access.web.input;
