package org.refugio.scheduling.booking;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.ResourceKind;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.appointments.AppointmentPlan;
import org.refugio.scheduling.appointments.AppointmentTime;
import org.refugio.scheduling.appointments.AuthorityInterviews;
import org.refugio.scheduling.appointments.LocalTimes;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.offices.Office;
import org.refugio.scheduling.offices.Offices;
import org.refugio.scheduling.resources.Resource;
import org.refugio.scheduling.resources.Resources;
import org.springframework.stereotype.Component;

/** Checks a booking request against every rule, and turns it into a plan. */
@Component
class BookingRules {

    private final Resources resources;
    private final Offices offices;
    private final AuthorityInterviews interviews;
    private final DomainClock clock;

    BookingRules(Resources resources, Offices offices, AuthorityInterviews interviews, DomainClock clock) {
        this.resources = resources;
        this.offices = offices;
        this.interviews = interviews;
        this.clock = clock;
    }

    BookingCheck check(KnownCase about, BookingRequest wish) {
        if (wish.kind().isEmpty()) {
            return new BookingCheck.Against(new BookingRefusal.UnknownKind());
        }
        AppointmentKind kind = wish.kind().get();
        if (!kind.bookable()) {
            return new BookingCheck.Against(new BookingRefusal.SetByAuthority());
        }
        Optional<BookingRefusal> length = TimeRules.length(wish.minutes());
        if (length.isPresent()) {
            return new BookingCheck.Against(length.get());
        }
        return LocalTimes.at(wish.localStart(), ZoneId.of(about.zone()), wish.minutes())
                .map(when -> check(about, kind, wish, when))
                .orElseGet(() -> new BookingCheck.Against(new BookingRefusal.NoSuchLocalTime()));
    }

    private BookingCheck check(KnownCase about, AppointmentKind kind, BookingRequest wish, AppointmentTime when) {
        Office office = offices.of(about.office());
        Map<String, Resource> named = resources
                .find(Arrays.asList(wish.lawyerId(), wish.interpreterId(), wish.roomId()));
        Resource lawyer = named.get(wish.lawyerId());
        Resource interpreter = wish.interpreterId() == null ? null : named.get(wish.interpreterId());
        Resource room = named.get(wish.roomId());
        Stream<Supplier<Optional<BookingRefusal>>> rules = Stream.of(
                () -> TimeRules.onGrid(when),
                () -> TimeRules.inFuture(when, clock.instant()),
                () -> TimeRules.withinHours(when, office.hours()),
                () -> PartyRules.suitable(lawyer, ResourceKind.LAWYER, about.office()),
                () -> PartyRules.suitable(room, ResourceKind.ROOM, about.office()),
                () -> wish.interpreterId() == null
                        ? Optional.empty()
                        : PartyRules.suitable(interpreter, ResourceKind.INTERPRETER, about.office()),
                () -> PartyRules.understood(lawyer, interpreter, about.language()),
                () -> kind.beforeInterview()
                        ? TimeRules.endsBefore(when, interviews.dateOf(about.caseId()))
                        : Optional.empty());
        return rules.map(Supplier::get).flatMap(Optional::stream).findFirst()
                .<BookingCheck>map(BookingCheck.Against::new)
                .orElseGet(() -> new BookingCheck.Fits(new AppointmentPlan(when, wish.lawyerId(), wish.interpreterId(),
                        wish.roomId(), office.place() + ", " + room.roomName())));
    }
}
