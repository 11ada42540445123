package org.refugio.document.checklist;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.DocumentEvent.DocumentUploaded;
import org.refugio.document.uploads.FileTypes;
import org.refugio.document.uploads.Pieces;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Ids;
import org.refugio.messaging.Outcome;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** Takes a file for a line. The content is kept first; it counts once the checklist names it, in one write. */
@Component
public class AddUpload {

    /** The largest file, in bytes. */
    public static final long LIMIT = 20L * 1024 * 1024;

    private final Aggregates<Checklist> checklists;
    private final Pieces pieces;
    private final FileTypes types;
    private final Privacy privacy;
    private final DomainClock clock;

    AddUpload(Aggregates<Checklist> checklists, Pieces pieces, FileTypes types, Privacy privacy, DomainClock clock) {
        this.checklists = checklists;
        this.pieces = pieces;
        this.types = types;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** Where a file goes and what it is called. */
    public record Command(String caseId, String itemId, String fileName) {}

    public Outcome handle(Command command, InputStream content, CommandKey key, String by) throws IOException {
        Optional<Line> line = checklists.find(command.caseId()).flatMap(found -> found.state().line(command.itemId()));
        if (line.isEmpty()) {
            return new Outcome.Refused(ChecklistRefusal.NO_SUCH_LINE);
        }
        BufferedInputStream in = new BufferedInputStream(content, 64 * 1024);
        String type = types.detect(in);
        if (!types.taken(type)) {
            return new Outcome.Refused(ChecklistRefusal.TYPE_NOT_TAKEN);
        }
        String uploadId = Ids.derived("upload", command.caseId(), command.itemId(), key.key());
        Pieces.Kept kept = pieces.keep(command.caseId(), uploadId, in, LIMIT);
        if (kept.bytes() == 0) {
            return new Outcome.Refused(ChecklistRefusal.EMPTY_FILE);
        }
        return checklists.change(command.caseId(), key,
                found -> added(found, command, new Arrived(uploadId, type, kept, by)));
    }

    private record Arrived(String uploadId, String type, Pieces.Kept kept, String by) {}

    private Decision<Checklist> added(Checklist found, Command command, Arrived arrived) {
        Line line = found.line(command.itemId()).orElse(null);
        if (line == null) {
            return Decision.refused(ChecklistRefusal.NO_SUCH_LINE);
        }
        Subject subject = Subject.ofCase(found.caseId());
        Upload upload = new Upload(arrived.uploadId(), line.uploads().size() + 1, arrived.type(),
                arrived.kept().bytes(), arrived.kept().pieces(), privacy.seal(subject, command.fileName()),
                privacy.seal(subject, arrived.kept().digest()), arrived.by(), clock.instant());
        return Decision.changed(found.with(line.with(upload)),
                new DocumentUploaded(found.caseId(), found.office(), line.itemId(), upload.uploadId(),
                        upload.fileVersion(), upload.bytes(), upload.uploadedBy(), upload.uploadedAt()));
    }
}
