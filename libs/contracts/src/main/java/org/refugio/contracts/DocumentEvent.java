package org.refugio.contracts;

import java.time.Instant;
import java.util.List;

/** The events of the document service. The source aggregate is the case's checklist. */
public sealed interface DocumentEvent extends Event {

    /** The case's checklist was opened with these lines; all documents are missing. */
    @Wire("document.checklist-opened.v1")
    record ChecklistOpened(String caseId, String office, String procedureVersion, List<ChecklistLine> lines)
            implements
                DocumentEvent {}

    /** A file was uploaded for a line. {@code fileVersion} counts from 1 per line; {@code bytes} is the unencrypted size. */
    @Wire("document.document-uploaded.v1")
    record DocumentUploaded(String caseId, String office, String itemId, String uploadId, int fileVersion, long bytes,
            String uploadedBy, Instant uploadedAt) implements DocumentEvent {}

    /** A reviewer accepted the file. */
    @Wire("document.document-accepted.v1")
    record DocumentAccepted(String caseId, String office, String itemId, String uploadId, String reviewedBy,
            Instant reviewedAt) implements DocumentEvent {}

    /** A reviewer returned the file with a reason for the person. */
    @Wire("document.document-returned.v1")
    record DocumentReturned(String caseId, String office, String itemId, String uploadId, Sealed reason,
            String reviewedBy, Instant reviewedAt) implements DocumentEvent {}

    /** The line is not needed for this case. No line is a condition for filing (LSRPCAP art. 18, 19). */
    @Wire("document.item-waived.v1")
    record ItemWaived(String caseId, String office, String itemId, Sealed reason, String waivedBy, Instant waivedAt)
            implements
                DocumentEvent {}

    /** Every line is accepted or waived. */
    @Wire("document.checklist-completed.v1")
    record ChecklistCompleted(String caseId, String office, Instant completedAt) implements DocumentEvent {}

    /** An event whose type this build does not know: counted and skipped, never published. */
    record Unknown(String type) implements DocumentEvent {}
}
