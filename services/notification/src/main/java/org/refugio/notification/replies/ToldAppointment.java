package org.refugio.notification.replies;

import java.time.Instant;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.plans.ReminderPlan;

/**
 * An appointment that a number was told about.
 *
 * @param revision the date that it was told last
 * @param at when it was told that
 */
record ToldAppointment(Contact contact, ReminderPlan plan, int revision, Instant at) {

    AppointmentDetails appointment() {
        return plan.appointment();
    }

    /** Whether it can be answered about: it is valid and has not begun. */
    boolean isOpen(Instant now) {
        return plan.standing() && appointment().start().isAfter(now);
    }

    /** Whether the number was told the date that it has now. */
    boolean isCurrent() {
        return appointment().revision() == revision;
    }

    boolean isAnswered(ReplyMeaning meaning) {
        return ReminderPlan.answerOf(meaning).equals(plan.answered());
    }
}
