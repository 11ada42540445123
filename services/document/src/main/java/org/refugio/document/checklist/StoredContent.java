package org.refugio.document.checklist;

import org.refugio.contracts.Sealed;

/**
 * Where the bytes of a file are.
 *
 * @param bytes its plain size
 * @param pieces how many sealed pieces hold it
 * @param digest SHA-256 of the plain bytes in hexadecimal, sealed (a digest in the clear would tell a known form)
 */
public record StoredContent(String contentId, long bytes, int pieces, Sealed digest) {}
