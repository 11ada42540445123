package org.refugio.scheduling.appointments.queries;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.refugio.access.Caller;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RefusalException;
import org.refugio.access.Role;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentRefusal;
import org.refugio.scheduling.resources.Resources;
import org.springframework.stereotype.Component;

/** Limits the schedule to what a caller may see: interpreters see only their own assignments. */
@Component
public class AppointmentVisibility {

    /** The size of a page. */
    public static final int PAGE_SIZE = 100;

    private static final int MAX_DAYS = 62;

    private final FindAppointments find;
    private final Resources resources;

    AppointmentVisibility(FindAppointments find, Resources resources) {
        this.find = find;
        this.resources = resources;
    }

    /** The appointment, if the caller has this permission for it. */
    public StoredAggregate<Appointment> require(Caller caller, Permission permission, String id) {
        StoredAggregate<Appointment> found = find.find(id).orElseThrow(NotVisible::new);
        String office = found.state().about().office();
        caller.require(permission, office);
        if (isOnlyInterpreter(caller, office)
                && !resources.ofAccount(caller.id()).contains(String.valueOf(found.state().plan().interpreterId()))) {
            throw new NotVisible();
        }
        return found;
    }

    /** A page of appointments, and one more if there is another page. */
    public List<StoredAggregate<Appointment>> page(Caller caller, Set<String> offices, Days days, String caseId,
            int page) {
        boolean own = offices.stream().allMatch(office -> isOnlyInterpreter(caller, office));
        Set<String> whole = own
                ? offices
                : Set.copyOf(offices.stream().filter(office -> !isOnlyInterpreter(caller, office)).toList());
        return find.page(
                new FindAppointments.Query(whole, days.from(), days.to(), caseId,
                        own ? resources.ofAccount(caller.id()) : null),
                page * PAGE_SIZE, PAGE_SIZE + 1);
    }

    private static boolean isOnlyInterpreter(Caller caller, String office) {
        // another role, such as auditor, shows the whole schedule only if it has the permission by itself
        Set<Role> others = caller.offices().getOrDefault(office, Set.of()).stream()
                .filter(each -> each != Role.INTERPRETER).collect(Collectors.toSet());
        return !new Caller(caller.id(), Map.of(office, others)).may(Permission.READ_SCHEDULE, office);
    }

    /** A range of local days, both inclusive; without days it is unlimited. */
    public record Days(LocalDate from, LocalDate to) {

        /**
         * The range.
         *
         * @throws RefusalException when only one day is given, when they are not in order, or more than two months apart:
         *     a part of what was asked for would look like all of it
         */
        public static Days of(LocalDate from, LocalDate to) {
            if (from == null && to != null) {
                throw refused("from");
            }
            if (from != null && (to == null || to.isBefore(from) || to.isAfter(from.plusDays(MAX_DAYS)))) {
                throw refused("to");
            }
            return new Days(from, to);
        }

        private static RefusalException refused(String field) {
            return new RefusalException(new AppointmentRefusal.DaysNotPossible(field, MAX_DAYS));
        }
    }
}
