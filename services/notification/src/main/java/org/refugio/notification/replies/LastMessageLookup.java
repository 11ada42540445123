package org.refugio.notification.replies;

import java.time.Instant;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.springframework.stereotype.Component;

/** Finds what a bare "1" is about: the appointment that the person was last told of and that still stands. */
@Component
class LastMessageLookup {

    private static final int FAR_ENOUGH_BACK = 50;

    private final SendLedger sends;
    private final ReminderPlans plans;
    private final DomainClock clock;

    LastMessageLookup(SendLedger sends, ReminderPlans plans, DomainClock clock) {
        this.sends = sends;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Empty when the person was told of nothing that is still to come, or of a date that has changed since: an answer to
     * the old date says nothing about the new one.
     */
    Optional<ReminderPlan> to(String caseId) {
        Instant now = clock.instant();
        for (Send send : sends.toldTo(caseId, FAR_ENOUGH_BACK)) {
            Optional<ReminderPlan> plan = send.kind() == MessageKind.ANSWER_RECEIVED
                    ? Optional.empty()
                    : plans.find(send.appointmentId()).filter(ReminderPlan::standing)
                            .filter(each -> each.appointment().start().isAfter(now));
            if (plan.isPresent()) {
                return plan.filter(each -> each.appointment().revision() == send.revision());
            }
        }
        return Optional.empty();
    }
}
