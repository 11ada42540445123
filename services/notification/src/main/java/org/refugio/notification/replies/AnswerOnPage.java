package org.refugio.notification.replies;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.refugio.access.capability.Applicant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.springframework.stereotype.Component;

/**
 * Records the answer that a person gives on their page. It has the same effect as a reply by SMS, and may be changed until
 * the appointment begins.
 */
@Component
public class AnswerOnPage {

    private final Replies replies;
    private final ReminderPlans plans;
    private final DomainClock clock;

    AnswerOnPage(Replies replies, ReminderPlans plans, DomainClock clock) {
        this.replies = replies;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Records the answer about the date that the person saw. Scheduling compares the date once more, because it may have
     * been changed in between.
     *
     * @param seen the entity tag of the page that the person saw
     */
    public CommandOutcome handle(Applicant applicant, ReplyMeaning meaning, EntityTag seen, CommandKey key) {
        AtomicReference<AppointmentDetails> answered = new AtomicReference<>();
        CommandOutcome outcome = replies.add(key, id -> {
            Instant now = clock.instant();
            Optional<ReminderPlan> plan = plans.find(applicant.appointment()).filter(ReminderPlan::standing)
                    .filter(found -> found.appointment().start().isAfter(now));
            if (plan.isEmpty()) {
                return Decision.refused(new AnswerRefusal.NoLongerStands());
            }
            if (!plan.get().tag().isSeenIn(seen, ReminderPlan.DATE)) {
                return Decision.refused(AnswerRefusal.DateChangedMeanwhile.of(plan.get(), seen));
            }
            answered.set(plan.get().appointment());
            return answer(id, plan.get().appointment(), meaning, now);
        });
        if (outcome instanceof CommandOutcome.Done && answered.get() != null) {
            plans.answeredHere(applicant.appointment(), answered.get().revision(), ReminderPlan.answerOf(meaning));
        }
        return outcome;
    }

    private static Decision<Reply> answer(String id, AppointmentDetails appointment, ReplyMeaning meaning, Instant at) {
        boolean confirms = meaning == ReplyMeaning.CONFIRMS;
        return Decision.changed(
                new Reply(id, appointment.caseId(), appointment.office(), appointment.appointmentId(), meaning.name(),
                        null, Channel.EMAIL, !confirms, at),
                ReplyActions.event(id, appointment, confirms, Channel.EMAIL, at));
    }
}
