package org.refugio.document.checklist;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.DocumentEvent.DocumentUploaded;
import org.refugio.document.uploads.EncryptedChunks;
import org.refugio.document.uploads.FileTypes;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** Takes a file for a line. The content is kept first; it counts once the checklist names it, in one write. */
@Component
public class AddUpload {

    /** A file that took longer is not named any more; {@link UploadSweeper} waits twice as long before it removes one. */
    static final Duration LONGEST = Duration.ofHours(12);
    /** The largest file, in bytes. */
    public static final long LIMIT = 20L * 1024 * 1024;
    private static final int LOOK_AHEAD = 64 * 1024;

    private final AggregateRepository<Checklist> checklists;
    private final EncryptedChunks pieces;
    private final FileTypes types;
    private final Privacy privacy;
    private final DomainClock clock;

    AddUpload(AggregateRepository<Checklist> checklists, EncryptedChunks pieces, FileTypes types, Privacy privacy,
            DomainClock clock) {
        this.checklists = checklists;
        this.pieces = pieces;
        this.types = types;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** Where a file goes and what it is called. */
    public record Command(String caseId, String itemId, String fileName) {}

    public CommandOutcome handle(Command command, InputStream content, CommandKey key, String by) throws IOException {
        Optional<Checklist> list = checklists.find(command.caseId()).map(found -> found.state());
        if (list.flatMap(found -> found.line(command.itemId())).isEmpty()) {
            return new CommandOutcome.Refused(new ChecklistRefusal.NoSuchLine());
        }
        String uploadId = DerivedIds.derived("upload", command.caseId(), command.itemId(), key.key());
        if (list.get().upload(uploadId).isPresent()) {
            return checklists.change(command.caseId(), key, _ -> Decision.unchanged());
        }
        BufferedInputStream in = new BufferedInputStream(content, LOOK_AHEAD);
        if (isEmpty(in)) {
            return new CommandOutcome.Refused(new ChecklistRefusal.FileIsEmpty());
        }
        String type = types.detect(in);
        if (!types.taken(type)) {
            return new CommandOutcome.Refused(new ChecklistRefusal.FileTypeNotTaken());
        }
        EncryptedChunks.Kept kept = pieces.keep(command.caseId(), in, LIMIT);
        CommandOutcome outcome = checklists.change(command.caseId(), key,
                found -> added(found, command, new Arrived(uploadId, type, kept, by)));
        settle(command.caseId(), kept);
        return outcome;
    }

    /** A repeat that came at the same time may have been the one that counted. */
    private void settle(String caseId, EncryptedChunks.Kept kept) {
        if (checklists.find(caseId).filter(found -> found.state().names(kept.contentId())).isPresent()) {
            pieces.settled(kept);
        } else {
            pieces.discard(kept);
        }
    }

    private record Arrived(String uploadId, String type, EncryptedChunks.Kept kept, String by) {}

    private static boolean isEmpty(BufferedInputStream in) throws IOException {
        in.mark(1);
        boolean empty = in.read() < 0;
        in.reset();
        return empty;
    }

    private Decision<Checklist> added(Checklist found, Command command, Arrived arrived) {
        ChecklistItem line = found.line(command.itemId()).orElse(null);
        if (line == null) {
            return Decision.refused(new ChecklistRefusal.NoSuchLine());
        }
        if (found.upload(arrived.uploadId()).isPresent()) {
            return Decision.unchanged();
        }
        if (arrived.kept().begunAt().isBefore(Instant.now().minus(LONGEST))) {
            throw new TransientFailure("the upload took too long to be sure of its content", null);
        }
        Subject subject = Subject.ofCase(found.caseId());
        Upload upload = new Upload(arrived.uploadId(), line.uploads().size() + 1, arrived.type(),
                new StoredContent(arrived.kept().contentId(), arrived.kept().bytes(), arrived.kept().pieces(),
                        privacy.seal(subject, arrived.kept().digest())),
                privacy.seal(subject, command.fileName()), arrived.by(), clock.instant());
        return Decision.changed(found.with(line.with(upload)),
                new DocumentUploaded(found.caseId(), found.office(), line.itemId(), upload.uploadId(),
                        upload.fileVersion(), upload.content().bytes(), upload.uploadedBy(), upload.uploadedAt()));
    }
}
