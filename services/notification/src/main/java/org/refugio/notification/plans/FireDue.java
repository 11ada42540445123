package org.refugio.notification.plans;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.refugio.clock.DomainClock;
import org.refugio.messaging.Stored;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * Hands what is due to the ledger. The entries of the ledger come first, under ids that follow from the notice; then the
 * plan says so. A crash between the two, or another instance at the same notice, makes the same entries again: none.
 */
@Component
public class FireDue {

    private static final int BATCH = 500;

    private final Plans plans;
    private final Buckets buckets;
    private final Contacts contacts;
    private final Ledger ledger;
    private final DomainClock clock;

    FireDue(Plans plans, Buckets buckets, Contacts contacts, Ledger ledger, DomainClock clock) {
        this.plans = plans;
        this.buckets = buckets;
        this.contacts = contacts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Look at every minute up to now that has something; how many notices were settled. */
    public int run() {
        Instant now = clock.instant();
        int settled = 0;
        for (String minute : new TreeSet<>(buckets.upTo(now))) {
            List<Stored<Plan>> found = plans.in(minute, BATCH);
            for (Stored<Plan> plan : found) {
                settled += fire(plan.state(), now);
            }
            if (found.isEmpty() && minute.compareTo(Buckets.of(now)) < 0) {
                buckets.forget(minute);
            }
        }
        return settled;
    }

    private int fire(Plan plan, Instant now) {
        int settled = 0;
        for (Notice notice : plan.due(now)) {
            if (!notice.usefulUntil().isAfter(now)) {
                plans.settle(plan.appointment().appointmentId(), notice.now(Notice.State.SKIPPED));
                settled++;
            } else if (contacts.find(plan.caseId()).isPresent()) { // else it has not arrived yet: the next round
                contacts.find(plan.caseId()).ifPresent(contact -> ledger.open(plan.appointment(), notice, contact));
                plans.settle(plan.appointment().appointmentId(), notice.now(Notice.State.FIRED));
                settled++;
            }
        }
        return settled;
    }
}
