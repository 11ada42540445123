package org.refugio.document.checklist;

import java.time.Instant;
import org.refugio.contracts.Sealed;

/**
 * A file that came for a line.
 *
 * @param fileVersion from 1 per line
 * @param contentType as its first bytes tell
 * @param name what it was called, sealed
 */
public record Upload(String uploadId, int fileVersion, String contentType, StoredContent content, Sealed name,
        String uploadedBy, Instant uploadedAt) {}
