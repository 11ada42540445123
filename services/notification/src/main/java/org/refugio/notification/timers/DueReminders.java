package org.refugio.notification.timers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.clock.DomainClock;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.SendLedgerWriter;
import org.refugio.notification.plans.DueMinuteIndex;
import org.refugio.notification.plans.PlannedMessage;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.messaging.background.ParallelExecutor;
import org.refugio.notification.running.PollingLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adds due messages to the ledger. The ledger's entries are written first, under ids derived from the message, then the
 * plan is updated. A repetition after a crash or by another instance produces the same ids and therefore no new
 * entries.
 */
@Component
class DueReminders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueReminders.class);
    private static final int BATCH = 400;

    private final ParallelExecutor executor = new ParallelExecutor("timers-", 16);
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final ReminderPlans plans;
    private final DueMinuteIndex dueMinutes;
    private final Contacts contacts;
    private final SendLedgerWriter ledger;
    private final DomainClock clock;

    DueReminders(ReminderPlans plans, DueMinuteIndex dueMinutes, Contacts contacts, SendLedgerWriter ledger,
            DomainClock clock) {
        this.plans = plans;
        this.dueMinutes = dueMinutes;
        this.contacts = contacts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Processes every due minute. */
    PollingLoop.Round fireDue() {
        Instant now = clock.instant();
        int changed = 0;
        boolean empty = true;
        for (String minute : dueMinutes.minutesUpTo(now)) {
            Optional<String> stamp = dueMinutes.stampOf(minute);
            List<ReminderPlan> found = plans.plannedIn(minute, 0, BATCH);
            if (found.isEmpty()) {
                dueMinutes.remove(minute, stamp, now);
            }
            empty &= found.isEmpty();
            int waiting = 0;
            while (!found.isEmpty()) {
                int fired = executor.sum(found, plan -> fireOrReport(plan, now));
                changed += fired;
                waiting += found.size() - fired;
                found = found.size() < BATCH ? List.of() : plans.plannedIn(minute, waiting, BATCH);
            }
        }
        return changed > 0
                ? PollingLoop.Round.PROCESSED
                : empty ? PollingLoop.Round.EMPTY : PollingLoop.Round.WAITING;
    }

    /** A faulty plan does not block the others; a transient failure of the store ends the round. */
    private int fireOrReport(ReminderPlan plan, Instant now) {
        try {
            return fire(plan, now);
        } catch (TransientFailure e) {
            throw e;
        } catch (RuntimeException e) {
            if (reported.add(plan.appointment().appointmentId())) {
                LOG.atError().addKeyValue("appointment", plan.appointment().appointmentId())
                        .addKeyValue("fault", e.getClass().getName())
                        .log("the messages of a plan cannot be added to the ledger");
            }
            return 0;
        }
    }

    /**
     * Returns 1 when the plan changed; 0 when its messages are due later in this minute or the contact has not arrived
     * yet.
     */
    private int fire(ReminderPlan plan, Instant now) {
        Optional<Contact> contact = contacts.find(plan.caseId());
        List<PlannedMessage> settled = new ArrayList<>();
        for (PlannedMessage message : plan.due(now)) {
            if (!message.usefulUntil().isAfter(now)) {
                contact.ifPresent(found -> ledger.recordSkipped(plan.appointment(), message, found));
                settled.add(message.withState(PlannedMessage.State.SKIPPED));
            } else if (contact.isPresent()) { // otherwise the contact has not arrived yet; the next round retries
                ledger.enqueue(plan.appointment(), message, contact.get());
                settled.add(message.withState(PlannedMessage.State.FIRED));
            }
        }
        if (settled.isEmpty()) {
            return 0;
        }
        plans.settle(plan.appointment().appointmentId(), settled);
        return 1;
    }

    @Override
    public void close() {
        executor.close();
    }
}
