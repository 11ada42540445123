package org.refugio.document.checklist;

import org.refugio.contracts.Sealed;

/**
 * The stored content of a file.
 *
 * @param bytes the size of the plain content
 * @param pieces the number of encrypted chunks
 * @param digest SHA-256 of the plain content in hexadecimal, encrypted (a plain digest would identify known forms)
 */
public record StoredContent(String contentId, long bytes, int pieces, Sealed digest) {}
