package org.refugio.intake.cases;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.refugio.access.web.problem.RedactedExceptionFormat;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.PersonDetails;
import org.refugio.intake.cases.search.SearchTokens;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Gives stored cases the tokens of the present scheme, a few at a time, beside the ordinary work. The token of the scheme shows
 * which are done, so every start continues where the last one ended, and several instances do no harm.
 */
@Component
class SearchTokenUpgrade implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchTokenUpgrade.class);
    private static final int BATCH = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How many pauses a case waits that could not be decrypted, because the vault may be back by then. */
    private static final int PAUSES_BEFORE_REPETITION = 600;

    private final AggregateRepository<Case> cases;
    private final CaseEncryption encryption;
    private final TaskScheduler scheduler;
    private volatile ScheduledFuture<?> task;
    private String after = "";
    private int failed;
    private int pauses;

    SearchTokenUpgrade(AggregateRepository<Case> cases, CaseEncryption encryption, TaskScheduler scheduler) {
        this.cases = cases;
        this.encryption = encryption;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        after = "";
        pauses = 0;
        task = scheduler.scheduleWithFixedDelay(this::upgradeBatch, PAUSE);
    }

    @Override
    public void stop() {
        task.cancel(false);
        task = null;
    }

    @Override
    public boolean isRunning() {
        return task != null;
    }

    private void upgradeBatch() {
        if (pauses > 0) {
            pauses--;
            return;
        }
        List<StoredAggregate<Case>> batch = cases.where(
                Filters.and(Filters.ne("state.tokens", SearchTokens.SCHEME), Filters.gt("_id", after)),
                Sorts.ascending("_id"), 0, BATCH);
        for (StoredAggregate<Case> each : batch) {
            upgrade(each.state().caseId());
            after = each.state().caseId();
        }
        if (batch.isEmpty()) {
            endRound();
        }
    }

    private void endRound() {
        ScheduledFuture<?> running = task;
        if (failed > 0) {
            LOG.warn("{} cases keep their old search tokens and are tried again", failed);
            failed = 0;
            pauses = PAUSES_BEFORE_REPETITION;
            after = "";
        } else if (running != null) {
            running.cancel(false);
        }
    }

    private void upgrade(String caseId) {
        try {
            cases.update(caseId, found -> found.tokens().contains(SearchTokens.SCHEME)
                    ? Decision.unchanged()
                    : Decision.changed(upgraded(found)));
        } catch (RuntimeException e) { // one case must not keep the others from being found
            failed++;
            LOG.warn("Case {} keeps its old search tokens for now", caseId,
                    RedactedExceptionFormat.of(e));
        }
    }

    /** An erased person is found by the reference only. */
    private Case upgraded(Case found) {
        return found.with(found.details(), encryption.tokens(found.reference(),
                encryption.person(found).orElseGet(() -> new PersonDetails("", "", null)),
                encryption.contact(found).orElseGet(() -> new ContactDetails(null, null))));
    }
}
