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

/** Finds the appointment that a plain "1" refers to: the still valid one that the person was last messaged about. */
@Component
class LastMessageLookup {

    private static final int MAX_MESSAGES = 50;

    private final SendLedger sends;
    private final ReminderPlans plans;
    private final DomainClock clock;

    LastMessageLookup(SendLedger sends, ReminderPlans plans, DomainClock clock) {
        this.sends = sends;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Empty when no message was about a future appointment, or when its date has changed since: a reply to the old date
     * does not apply to the new one.
     */
    Optional<ReminderPlan> planAbout(String caseId) {
        Instant now = clock.instant();
        for (Send send : sends.findSentOrUnknown(caseId, MAX_MESSAGES)) {
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
