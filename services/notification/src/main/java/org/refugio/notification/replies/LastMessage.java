package org.refugio.notification.replies;

import java.time.Instant;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.Sends;
import org.refugio.notification.plans.Plan;
import org.refugio.notification.plans.Plans;
import org.springframework.stereotype.Component;

/** Finds what a bare "1" is about: the appointment that the person was last told of and that still stands. */
@Component
class LastMessage {

    private static final int FAR_ENOUGH_BACK = 50;

    private final Sends sends;
    private final Plans plans;
    private final DomainClock clock;

    LastMessage(Sends sends, Plans plans, DomainClock clock) {
        this.sends = sends;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Empty when the person was told of nothing that is still to come, or of a date that has changed since: an answer to
     * the old date says nothing about the new one.
     */
    Optional<Plan> to(String caseId) {
        Instant now = clock.instant();
        for (Send send : sends.toldTo(caseId, FAR_ENOUGH_BACK)) {
            Optional<Plan> plan = send.kind() == MessageKind.ANSWER_RECEIVED
                    ? Optional.empty()
                    : plans.find(send.appointmentId()).filter(Plan::standing)
                            .filter(each -> each.appointment().start().isAfter(now));
            if (plan.isPresent()) {
                return plan.filter(each -> each.appointment().revision() == send.revision());
            }
        }
        return Optional.empty();
    }
}
