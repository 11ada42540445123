package org.refugio.notification.plans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.refugio.contracts.AppointmentDetails;

/**
 * What is to be said about one appointment, over all its dates.
 *
 * @param appointment as it stands now
 * @param standing false once it was cancelled, held or missed
 * @param answered what the person said about this revision: {@code CONFIRMED}, {@code WANTS_CHANGE} or null
 * @param buckets the minutes at which something is still planned: the timer finds it by equality on these
 */
public record ReminderPlan(AppointmentDetails appointment, String caseId, boolean standing, String answered,
        List<PlannedMessage> notices, Set<String> buckets) {

    static ReminderPlan of(AppointmentDetails appointment, List<PlannedMessage> notices) {
        return new ReminderPlan(appointment, appointment.caseId(), true, null, notices, bucketsOf(notices));
    }

    /** The appointment has another date: what was planned for the old one is dead, and says so. */
    ReminderPlan moved(AppointmentDetails next, List<PlannedMessage> fresh) {
        List<PlannedMessage> all = new ArrayList<>(kill());
        all.addAll(fresh);
        return new ReminderPlan(next, caseId, true, null, all, bucketsOf(all));
    }

    /** The appointment will not take place, or has: nothing reminds of it any more. */
    ReminderPlan ended(List<PlannedMessage> last) {
        List<PlannedMessage> all = new ArrayList<>(kill());
        all.addAll(last);
        return new ReminderPlan(appointment, caseId, false, answered, all, bucketsOf(all));
    }

    ReminderPlan answered(String answer) {
        return new ReminderPlan(appointment, caseId, standing, answer, notices, buckets);
    }

    /** The notices that are due. */
    public List<PlannedMessage> due(Instant at) {
        return notices.stream().filter(each -> each.isDue(at)).toList();
    }

    /** Some of what was planned is settled; what died meanwhile stays dead. */
    ReminderPlan with(Collection<PlannedMessage> settled) {
        List<PlannedMessage> all = notices.stream().map(each -> each.state() != PlannedMessage.State.PLANNED
                ? each
                : settled.stream().filter(each::isTheSame).findFirst().orElse(each)).toList();
        return new ReminderPlan(appointment, caseId, standing, answered, all, bucketsOf(all));
    }

    private List<PlannedMessage> kill() {
        return notices.stream()
                .map(each -> each.state() == PlannedMessage.State.PLANNED ? each.now(PlannedMessage.State.DEAD) : each)
                .toList();
    }

    private static Set<String> bucketsOf(List<PlannedMessage> notices) {
        Set<String> found = new TreeSet<>();
        notices.stream().filter(each -> each.state() == PlannedMessage.State.PLANNED)
                .forEach(each -> found.add(DueMinuteIndex.of(each.due())));
        return found;
    }
}
