package org.refugio.notification.plans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.messaging.command.EntityTag;

/**
 * The planned messages about one appointment, for all its revisions.
 *
 * @param appointment its current revision
 * @param standing whether it is valid: false once it was cancelled, held or missed
 * @param answered the person's reply to this revision: {@code CONFIRMED}, {@code WANTS_CHANGE} or null
 * @param buckets the minutes in which messages are planned, by which the timer finds the plan
 */
public record ReminderPlan(AppointmentDetails appointment, String caseId, boolean standing, String answered,
        List<PlannedMessage> notices, Set<String> buckets) {

    /** The values of {@code answered}. */
    public static final String CONFIRMED = "CONFIRMED";
    public static final String WANTS_CHANGE = "WANTS_CHANGE";

    /** The value of {@code answered} for this meaning. */
    public static String answerOf(ReplyMeaning meaning) {
        return switch (meaning) {
            case CONFIRMS -> CONFIRMED;
            case WANTS_CHANGE -> WANTS_CHANGE;
        };
    }

    /** The part of {@link #tag}. */
    public static final String DATE = "date";

    /** What an answer depends on: the date. */
    public EntityTag tag() {
        return EntityTag.of(DATE, appointment.revision());
    }

    static ReminderPlan of(AppointmentDetails appointment, List<PlannedMessage> notices) {
        return new ReminderPlan(appointment, appointment.caseId(), true, null, notices, minutesOf(notices));
    }

    /** The appointment was rescheduled: messages planned for the old date become DEAD. */
    ReminderPlan rescheduled(AppointmentDetails next, List<PlannedMessage> added) {
        List<PlannedMessage> all = new ArrayList<>(withoutPlanned());
        all.addAll(added);
        return new ReminderPlan(next, caseId, true, null, all, minutesOf(all));
    }

    /** The appointment was cancelled or is over: no reminders follow. */
    ReminderPlan ended(List<PlannedMessage> last) {
        List<PlannedMessage> all = new ArrayList<>(withoutPlanned());
        all.addAll(last);
        return new ReminderPlan(appointment, caseId, false, answered, all, minutesOf(all));
    }

    ReminderPlan answered(String answer) {
        return new ReminderPlan(appointment, caseId, standing, answer, notices, buckets);
    }

    /** The messages that are due. */
    public List<PlannedMessage> due(Instant at) {
        return notices.stream().filter(each -> each.isDue(at)).toList();
    }

    /** Applies the new states; messages that became DEAD in the meantime stay DEAD. */
    ReminderPlan withSettled(Collection<PlannedMessage> settled) {
        List<PlannedMessage> all = notices.stream().map(each -> each.state() != PlannedMessage.State.PLANNED
                ? each
                : settled.stream().filter(each::isSameMessage).findFirst().orElse(each)).toList();
        return new ReminderPlan(appointment, caseId, standing, answered, all, minutesOf(all));
    }

    private List<PlannedMessage> withoutPlanned() {
        return notices.stream()
                .map(each -> each.state() == PlannedMessage.State.PLANNED
                        ? each.withState(PlannedMessage.State.DEAD)
                        : each)
                .toList();
    }

    private static Set<String> minutesOf(List<PlannedMessage> notices) {
        Set<String> found = new TreeSet<>();
        notices.stream().filter(each -> each.state() == PlannedMessage.State.PLANNED)
                .forEach(each -> found.add(DueMinuteIndex.minuteOf(each.due())));
        return found;
    }
}
