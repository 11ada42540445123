package org.refugio.document.checklist;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.refugio.document.uploads.EncryptedChunks;
import org.refugio.document.uploads.PendingUploads;
import org.refugio.messaging.repository.AggregateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Removes what a crash left of files that no checklist names. Any number of instances may do it at once. */
@Component
class UploadSweeper implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSweeper.class);
    private static final Duration OLD = AddUpload.LONGEST.multipliedBy(2);
    private static final long PERIOD_MINUTES = 30;

    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sweep-uploads").factory());
    private final AggregateRepository<Checklist> checklists;
    private final PendingUploads arrivals;
    private final EncryptedChunks pieces;

    UploadSweeper(AggregateRepository<Checklist> checklists, PendingUploads arrivals, EncryptedChunks pieces) {
        this.checklists = checklists;
        this.arrivals = arrivals;
        this.pieces = pieces;
        timer.scheduleWithFixedDelay(this::safely, 1, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    /** Look at the files that began before this moment and are not settled. */
    void sweep(Instant before) {
        arrivals.begunBefore(before).forEach(each -> {
            boolean named = checklists.find(each.caseId())
                    .filter(found -> found.state().names(each.contentId())).isPresent();
            if (named) {
                arrivals.settled(each.contentId());
            } else {
                pieces.discard(each);
            }
        });
    }

    private void safely() {
        try {
            sweep(Instant.now().minus(OLD));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("fault", e.getClass().getSimpleName()).log("swept in vain, will try again");
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
