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
import org.refugio.notification.running.ParallelExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands what is due to the ledger. The ledger's entries come first, under ids that follow from the notice; then the plan
 * says so. A crash between the two, or another instance at the same notice, makes the same entries again: none.
 */
@Component
class DueReminders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueReminders.class);
    private static final int BATCH = 400;

    private final ParallelExecutor hands = new ParallelExecutor("timers-", 16);
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final ReminderPlans plans;
    private final DueMinuteIndex buckets;
    private final Contacts contacts;
    private final SendLedgerWriter ledger;
    private final DomainClock clock;

    DueReminders(ReminderPlans plans, DueMinuteIndex buckets, Contacts contacts, SendLedgerWriter ledger,
            DomainClock clock) {
        this.plans = plans;
        this.buckets = buckets;
        this.contacts = contacts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Look at every minute up to now that has something; how many plans moved on. */
    int run() {
        Instant now = clock.instant();
        int moved = 0;
        for (String minute : buckets.upTo(now)) {
            Optional<String> stamp = buckets.stamp(minute);
            List<ReminderPlan> found = plans.in(minute, 0, BATCH);
            if (found.isEmpty()) {
                buckets.forget(minute, stamp, now);
            }
            int waiting = 0;
            while (!found.isEmpty()) {
                int fired = hands.sum(found, plan -> safely(plan, now));
                moved += fired;
                waiting += found.size() - fired;
                found = found.size() < BATCH ? List.of() : plans.in(minute, waiting, BATCH);
            }
        }
        return moved;
    }

    /** One plan at fault does not keep the others waiting; the store's own faults end the round. */
    private int safely(ReminderPlan plan, Instant now) {
        try {
            return fire(plan, now);
        } catch (TransientFailure e) {
            throw e;
        } catch (RuntimeException e) {
            if (reported.add(plan.appointment().appointmentId())) {
                LOG.atError().addKeyValue("appointment", plan.appointment().appointmentId())
                        .addKeyValue("fault", e.getClass().getName()).log("a plan cannot be carried out");
            }
            return 0;
        }
    }

    /** 1 when something was settled; 0 when all of it is later in this minute, or its person is not known yet. */
    private int fire(ReminderPlan plan, Instant now) {
        Optional<Contact> contact = contacts.find(plan.caseId());
        List<PlannedMessage> settled = new ArrayList<>();
        for (PlannedMessage notice : plan.due(now)) {
            if (!notice.usefulUntil().isAfter(now)) {
                contact.ifPresent(known -> ledger.passed(plan.appointment(), notice, known));
                settled.add(notice.now(PlannedMessage.State.SKIPPED));
            } else if (contact.isPresent()) { // else it has not arrived yet: the next round
                ledger.open(plan.appointment(), notice, contact.get());
                settled.add(notice.now(PlannedMessage.State.FIRED));
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
        hands.close();
    }
}
