package org.refugio.scheduling.appointments.queries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.access.Caller;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.Role;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.resources.Resources;
import org.springframework.stereotype.Component;

/** What a caller may see of the schedule: interpreters only their own assignments. */
@Component
public class AppointmentVisibility {

    /** How many stand on a page. */
    public static final int PAGE = 100;

    private static final int LONGEST_DAYS = 62;

    private final FindAppointments find;
    private final Resources resources;

    AppointmentVisibility(FindAppointments find, Resources resources) {
        this.find = find;
        this.resources = resources;
    }

    /** The appointment, when the caller may do this to it. */
    public StoredAggregate<Appointment> require(Caller caller, Permission permission, String id) {
        StoredAggregate<Appointment> found = find.find(id).orElseThrow(NotVisible::new);
        String office = found.state().about().office();
        caller.require(permission, office);
        if (onlyInterprets(caller, office)
                && !resources.ofAccount(caller.id()).contains(String.valueOf(found.state().plan().interpreterId()))) {
            throw new NotVisible();
        }
        return found;
    }

    /** A page of them, and one more if there is more. */
    public List<StoredAggregate<Appointment>> page(Caller caller, Set<String> offices, Days days, String caseId,
            int page) {
        boolean own = offices.stream().allMatch(office -> onlyInterprets(caller, office));
        Set<String> whole = own
                ? offices
                : Set.copyOf(offices.stream().filter(office -> !onlyInterprets(caller, office)).toList());
        return find.page(
                new FindAppointments.Query(whole, days.from(), days.to(), caseId,
                        own ? resources.ofAccount(caller.id()) : null),
                page * PAGE, PAGE + 1);
    }

    private static boolean onlyInterprets(Caller caller, String office) {
        return Set.of(Role.INTERPRETER).equals(caller.offices().getOrDefault(office, Set.of()));
    }

    /** Local days, both included. */
    public record Days(LocalDate from, LocalDate to) {

        /** At most two months from the first; without a first day, all. */
        public static Days of(LocalDate from, LocalDate to) {
            if (from == null) {
                return new Days(null, null);
            }
            LocalDate longest = from.plusDays(LONGEST_DAYS);
            LocalDate last = Optional.ofNullable(to).filter(each -> each.isBefore(longest)).orElse(longest);
            return new Days(from, last.isBefore(from) ? from : last);
        }
    }
}
