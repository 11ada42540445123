package org.refugio.notification.replies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
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
     * does not apply to the new one. A person answers what they see: of the messages on the channel of the reply, if there
     * are any, because the one with the new date may have left on another channel only.
     */
    Optional<ReminderPlan> planAbout(String caseId, Channel channel) {
        Instant now = clock.instant();
        List<Send> sent = sends.findSentOrUnknown(caseId, MAX_MESSAGES);
        List<Send> onChannel = sent.stream().filter(each -> each.channel() == channel).toList();
        for (Send send : onChannel.isEmpty() ? sent : onChannel) {
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
