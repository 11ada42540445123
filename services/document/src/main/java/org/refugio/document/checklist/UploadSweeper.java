package org.refugio.document.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.refugio.document.uploads.EncryptedChunks;
import org.refugio.document.uploads.PendingUploads;
import org.refugio.messaging.repository.AggregateRepository;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Removes the content of files that no checklist references, for instance after a crash. Several instances may run it
 * concurrently.
 */
@Component
class UploadSweeper implements AutoCloseable {

    private static final Duration MINIMUM_AGE = AddUpload.MAX_DURATION.multipliedBy(2);
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofMinutes(30);

    private final AggregateRepository<Checklist> checklists;
    private final PendingUploads pendingUploads;
    private final EncryptedChunks chunks;
    private final ScheduledFuture<?> sweep;

    UploadSweeper(AggregateRepository<Checklist> checklists, PendingUploads pendingUploads, EncryptedChunks chunks,
            TaskScheduler scheduler) {
        this.checklists = checklists;
        this.pendingUploads = pendingUploads;
        this.chunks = chunks;
        this.sweep = scheduler.scheduleWithFixedDelay(() -> sweep(Instant.now().minus(MINIMUM_AGE)),
                scheduler.getClock().instant().plus(FIRST_DELAY), PERIOD);
    }

    /** Processes the uploads that started before this time and are not completed. */
    void sweep(Instant before) {
        pendingUploads.findStartedBefore(before).forEach(each -> {
            boolean referenced = checklists.find(each.caseId())
                    .filter(found -> found.state().references(each.contentId())).isPresent();
            if (referenced) {
                pendingUploads.complete(each.contentId());
            } else {
                chunks.discard(each);
            }
        });
    }

    @Override
    public void close() {
        sweep.cancel(true);
    }
}
