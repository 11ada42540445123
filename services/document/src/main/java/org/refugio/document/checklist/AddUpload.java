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
import org.refugio.document.uploads.FileNames;
import org.refugio.document.uploads.FileTypes;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.IdempotencyKeyReused;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/**
 * Adds a file to a checklist item. The content is stored first; it becomes visible when the checklist references it, in
 * one write.
 */
@Component
public class AddUpload {

    /**
     * An upload that takes longer is not added; {@link UploadSweeper} waits twice as long before it removes its
     * content.
     */
    static final Duration MAX_DURATION = Duration.ofHours(12);
    /** The largest file, in bytes. */
    public static final long MAX_BYTES = 20L * 1024 * 1024;
    private static final int DETECTION_BUFFER = 64 * 1024;

    private final AggregateRepository<Checklist> checklists;
    private final EncryptedChunks chunks;
    private final FileTypes types;
    private final Privacy privacy;
    private final DomainClock clock;

    AddUpload(AggregateRepository<Checklist> checklists, EncryptedChunks chunks, FileTypes types, Privacy privacy,
            DomainClock clock) {
        this.checklists = checklists;
        this.chunks = chunks;
        this.types = types;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** The item and the name of the file. */
    public record Command(String caseId, String itemId, String fileName) {}

    /**
     * What became of an upload.
     *
     * @param storedBefore whether another upload had already added the same bytes to the item, so that nothing was added
     */
    public record Added(CommandOutcome outcome, boolean storedBefore) {

        private static Added refused(ChecklistRefusal refusal) {
            return new Added(new CommandOutcome.Refused(refusal), false);
        }
    }

    public Added handle(Command command, InputStream content, CommandKey key, String by) throws IOException {
        Optional<Checklist> list = checklists.find(command.caseId()).map(found -> found.state());
        if (list.flatMap(found -> found.line(command.itemId())).isEmpty()) {
            return Added.refused(new ChecklistRefusal.NoSuchLine());
        }
        String uploadId = DerivedIds.derived("upload", command.caseId(), command.itemId(), key.key());
        BufferedInputStream in = new BufferedInputStream(content, DETECTION_BUFFER);
        if (isEmpty(in)) {
            return Added.refused(new ChecklistRefusal.FileIsEmpty());
        }
        String type = types.detect(in);
        if (!types.isAccepted(type)) {
            return Added.refused(new ChecklistRefusal.FileTypeNotTaken());
        }
        EncryptedChunks.StoredFile file = chunks.store(command.caseId(), in, MAX_BYTES);
        CommandOutcome outcome = checklists.change(command.caseId(), key.covering(file.digest()),
                found -> add(found, command, new StoredUpload(uploadId, type, file, by)));
        Optional<Checklist> after = checklists.find(command.caseId()).map(found -> found.state());
        finish(after, file);
        boolean hasOwnFile = after.flatMap(found -> found.upload(uploadId)).isPresent();
        return new Added(outcome, outcome instanceof CommandOutcome.Done && !hasOwnFile);
    }

    /** A repetition of the request, or another with the same file, may have been the one that was added. */
    private void finish(Optional<Checklist> list, EncryptedChunks.StoredFile file) {
        if (list.filter(found -> found.references(file.contentId())).isPresent()) {
            chunks.complete(file);
        } else {
            chunks.discard(file);
        }
    }

    private record StoredUpload(String uploadId, String type, EncryptedChunks.StoredFile file, String by) {}

    private static boolean isEmpty(BufferedInputStream in) throws IOException {
        in.mark(1);
        boolean empty = in.read() < 0;
        in.reset();
        return empty;
    }

    private boolean isSameFile(Upload upload, EncryptedChunks.StoredFile file) {
        return upload.content().bytes() == file.bytes()
                && privacy.open(upload.content().digest()).filter(file.digest()::equals).isPresent();
    }

    private Decision<Checklist> add(Checklist found, Command command, StoredUpload stored) {
        ChecklistItem line = found.line(command.itemId()).orElse(null);
        if (line == null) {
            return Decision.refused(new ChecklistRefusal.NoSuchLine());
        }
        // only the newest file counts: an older one may be sent again to replace a wrong newer one
        if (line.newest().filter(newest -> isSameFile(newest, stored.file())).isPresent()) {
            return Decision.unchanged();
        }
        Optional<Upload> ofSameKey = found.upload(stored.uploadId());
        if (ofSameKey.isPresent()) { // of the keys only the latest are kept
            return isSameFile(ofSameKey.get(), stored.file())
                    ? Decision.unchanged()
                    : Decision.refused(new IdempotencyKeyReused());
        }
        if (stored.file().begunAt().isBefore(Instant.now().minus(MAX_DURATION))) {
            throw new TransientFailure("the upload took too long; its content may have been removed", null);
        }
        Subject subject = Subject.ofCase(found.caseId());
        Upload upload = new Upload(stored.uploadId(), line.uploads().size() + 1, stored.type(),
                new StoredContent(stored.file().contentId(), stored.file().bytes(), stored.file().chunks(),
                        privacy.seal(subject, stored.file().digest())),
                privacy.seal(subject, FileNames.of(command.fileName(), stored.type())), stored.by(), clock.instant());
        return Decision.changed(found.with(line.with(upload)),
                new DocumentUploaded(found.caseId(), found.office(), line.itemId(), upload.uploadId(),
                        upload.fileVersion(), upload.content().bytes(), upload.uploadedBy(), upload.uploadedAt()));
    }
}
