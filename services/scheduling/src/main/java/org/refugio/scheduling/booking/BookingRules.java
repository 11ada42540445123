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
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.offices.Office;
import org.refugio.scheduling.offices.Offices;
import org.refugio.scheduling.resources.Resource;
import org.refugio.scheduling.resources.Resources;
import org.springframework.stereotype.Component;

/** Checks a booking request against every rule, and resolves it to a plan. */
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

    BookingCheck check(KnownCase about, BookingRequest request) {
        if (request.kind().isEmpty()) {
            return new BookingCheck.Refused(new BookingRefusal.UnknownKind());
        }
        AppointmentKind kind = request.kind().get();
        if (!kind.bookable()) {
            return new BookingCheck.Refused(new BookingRefusal.SetByAuthority());
        }
        Optional<BookingRefusal> length = TimeRules.length(request.minutes());
        if (length.isPresent()) {
            return new BookingCheck.Refused(length.get());
        }
        return AppointmentTime.at(request.localStart(), ZoneId.of(about.zone()), request.minutes())
                .map(when -> check(about, kind, request, when))
                .orElseGet(() -> new BookingCheck.Refused(new BookingRefusal.NoSuchLocalTime()));
    }

    private BookingCheck check(KnownCase about, AppointmentKind kind, BookingRequest request, AppointmentTime when) {
        Office office = offices.find(about.office());
        Map<String, Resource> named = resources
                .find(Arrays.asList(request.lawyerId(), request.interpreterId(), request.roomId()));
        Resource lawyer = named.get(request.lawyerId());
        Resource interpreter = request.interpreterId() == null ? null : named.get(request.interpreterId());
        Resource room = named.get(request.roomId());
        Stream<Supplier<Optional<BookingRefusal>>> rules = Stream.of(
                () -> TimeRules.onGrid(when),
                () -> TimeRules.inFuture(when, clock.instant()),
                () -> TimeRules.withinHours(when, office.hours()),
                () -> PartyRules.suitable(lawyer, ResourceKind.LAWYER, about.office()),
                () -> PartyRules.suitable(room, ResourceKind.ROOM, about.office()),
                () -> request.interpreterId() == null
                        ? Optional.empty()
                        : PartyRules.suitable(interpreter, ResourceKind.INTERPRETER, about.office()),
                () -> PartyRules.understood(lawyer, interpreter, about.language()),
                () -> kind.beforeInterview()
                        ? TimeRules.endsBefore(when, interviews.upcomingDateOf(about.caseId(), clock.instant()))
                        : Optional.empty());
        return rules.map(Supplier::get).flatMap(Optional::stream).findFirst()
                .<BookingCheck>map(BookingCheck.Refused::new)
                .orElseGet(() -> new BookingCheck.Accepted(
                        new AppointmentPlan(when, request.lawyerId(), request.interpreterId(),
                                request.roomId(), office.place() + ", " + room.roomName())));
    }
}
