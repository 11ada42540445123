package org.refugio.document.checklist.web;

import java.time.Instant;
import java.util.List;
import org.refugio.contracts.Sealed;
import org.refugio.document.checklist.Checklist;
import org.refugio.document.checklist.ChecklistItem;
import org.refugio.document.checklist.ItemState;
import org.refugio.document.checklist.Upload;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.privacy.Privacy;

/** A checklist as staff see it; {@code etag} is its entity tag for commands on its lines. */
record ChecklistView(String caseId, String office, String procedureVersion, List<LineView> lines, boolean complete,
        String etag, long version, long sequence) {

    record LineView(String itemId, String group, ItemState state, String reason, List<UploadView> uploads) {}

    record UploadView(String uploadId, int fileVersion, String fileName, String contentType, long bytes,
            String uploadedBy, Instant uploadedAt) {}

    static ChecklistView of(StoredAggregate<Checklist> stored, Privacy privacy) {
        Checklist list = stored.state();
        return new ChecklistView(list.caseId(), list.office(), list.procedureVersion(),
                list.lines().stream().map(each -> line(each, privacy)).toList(), list.isComplete(),
                list.tag().toString(), stored.version(),
                stored.sequence());
    }

    private static LineView line(ChecklistItem line, Privacy privacy) {
        return new LineView(line.itemId(), line.group(), line.state(), text(line.reason(), privacy),
                line.uploads().stream().map(each -> upload(each, privacy)).toList());
    }

    private static UploadView upload(Upload upload, Privacy privacy) {
        return new UploadView(upload.uploadId(), upload.fileVersion(), text(upload.name(), privacy),
                upload.contentType(), upload.content().bytes(), upload.uploadedBy(), upload.uploadedAt());
    }

    private static String text(Sealed sealed, Privacy privacy) {
        return sealed == null ? null : privacy.open(sealed).orElse(null);
    }
}
