package org.refugio.notification.replies;

import java.time.LocalDateTime;
import java.util.List;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.OutdatedRefusal;
import org.refugio.messaging.command.Refusal;
import org.refugio.notification.plans.ReminderPlan;

/** The rules that can refuse an answer on the applicant page. */
public sealed interface AnswerRefusal extends Refusal {

    /** The appointment was cancelled, or has begun. */
    record NoLongerStands() implements AnswerRefusal {}

    /**
     * The appointment was moved after the person opened the page.
     *
     * @param start the current date
     * @param seen the number of the date that the person saw
     */
    record DateChangedMeanwhile(LocalDateTime start, EntityTag current, String seen)
            implements
                AnswerRefusal,
                OutdatedRefusal {

        static DateChangedMeanwhile of(ReminderPlan plan, EntityTag seen) {
            return new DateChangedMeanwhile(plan.appointment().localStart(), plan.tag(),
                    seen.number(ReminderPlan.DATE));
        }

        @Override
        public List<?> arguments() {
            return List.of(start, current.value(ReminderPlan.DATE).orElseThrow(), seen);
        }
    }
}
