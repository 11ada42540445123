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
public record Plan(AppointmentDetails appointment, String caseId, boolean standing, String answered,
        List<Notice> notices, Set<String> buckets) {

    static Plan of(AppointmentDetails appointment, List<Notice> notices) {
        return new Plan(appointment, appointment.caseId(), true, null, notices, bucketsOf(notices));
    }

    /** The appointment has another date: what was planned for the old one is dead, and says so. */
    Plan moved(AppointmentDetails next, List<Notice> fresh) {
        List<Notice> all = new ArrayList<>(kill());
        all.addAll(fresh);
        return new Plan(next, caseId, true, null, all, bucketsOf(all));
    }

    /** The appointment will not take place, or has: nothing reminds of it any more. */
    Plan ended(List<Notice> last) {
        List<Notice> all = new ArrayList<>(kill());
        all.addAll(last);
        return new Plan(appointment, caseId, false, answered, all, bucketsOf(all));
    }

    Plan answered(String answer) {
        return new Plan(appointment, caseId, standing, answer, notices, buckets);
    }

    /** The notices that are due. */
    public List<Notice> due(Instant at) {
        return notices.stream().filter(each -> each.isDue(at)).toList();
    }

    /** Some of what was planned is settled; what died meanwhile stays dead. */
    Plan with(Collection<Notice> settled) {
        List<Notice> all = notices.stream().map(each -> each.state() != Notice.State.PLANNED
                ? each
                : settled.stream().filter(each::isTheSame).findFirst().orElse(each)).toList();
        return new Plan(appointment, caseId, standing, answered, all, bucketsOf(all));
    }

    private List<Notice> kill() {
        return notices.stream()
                .map(each -> each.state() == Notice.State.PLANNED ? each.now(Notice.State.DEAD) : each).toList();
    }

    private static Set<String> bucketsOf(List<Notice> notices) {
        Set<String> found = new TreeSet<>();
        notices.stream().filter(each -> each.state() == Notice.State.PLANNED)
                .forEach(each -> found.add(Buckets.of(each.due())));
        return found;
    }
}
