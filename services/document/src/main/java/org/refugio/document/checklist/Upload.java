package org.refugio.document.checklist;

import java.time.Instant;
import org.refugio.contracts.Sealed;

/**
 * A file that came for a line.
 *
 * @param fileVersion from 1 per line
 * @param bytes its plain size
 * @param pieces how many sealed pieces hold it
 * @param name what it was called, sealed
 * @param digest SHA-256 of the plain bytes in hexadecimal, sealed (a digest in the clear would tell a known form)
 */
public record Upload(String uploadId, int fileVersion, String contentType, long bytes, int pieces, Sealed name,
        Sealed digest, String uploadedBy, Instant uploadedAt) {}
