package org.refugio.document.checklist;

import java.time.Instant;
import org.refugio.contracts.Sealed;

/**
 * A file uploaded for an item.
 *
 * @param fileVersion counted from 1 per item
 * @param contentType detected from its first bytes
 * @param name the file name, encrypted
 */
public record Upload(String uploadId, int fileVersion, String contentType, StoredContent content, Sealed name,
        String uploadedBy, Instant uploadedAt) {}
