package org.refugio.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.ResourceKind;
import org.refugio.scheduling.appointments.AppointmentTime;
import org.refugio.scheduling.offices.OpeningHours;
import org.refugio.scheduling.resources.Resource;

class BookingRulesTest {

    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");

    @Test
    void anAppointmentLastsFrom15MinutesToFourHours() {
        assertThat(TimeRules.length(14)).isPresent();
        assertThat(TimeRules.length(15)).isEmpty();
        assertThat(TimeRules.length(240)).isEmpty();
        assertThat(TimeRules.length(241)).isPresent();
    }

    @Test
    void anAppointmentStartsOnAQuarterOfAnHour() {
        assertThat(TimeRules.onGrid(at("2027-01-12T10:45", 60))).isEmpty();
        assertThat(TimeRules.onGrid(at("2027-01-12T10:50", 60))).isPresent();
        assertThat(TimeRules.onGrid(at("2027-01-12T10:45:30", 60))).isPresent();
    }

    @Test
    void anAppointmentIsInTheFuture() {
        AppointmentTime when = at("2027-01-12T10:00", 60);
        assertThat(TimeRules.inFuture(when, when.start())).isPresent();
        assertThat(TimeRules.inFuture(when, when.start().minusSeconds(1))).isEmpty();
    }

    @Test
    void anAppointmentEndsWithinTheOfficesHours() {
        assertThat(TimeRules.withinHours(at("2027-01-12T17:00", 60), OpeningHours.usual())).isEmpty();
        assertThat(TimeRules.withinHours(at("2027-01-12T17:15", 60), OpeningHours.usual())).isPresent();
        assertThat(TimeRules.withinHours(at("2027-01-12T07:45", 60), OpeningHours.usual())).isPresent();
        assertThat(TimeRules.withinHours(at("2027-01-16T10:00", 60), OpeningHours.usual())).as("a Saturday")
                .isPresent();
    }

    @Test
    void aPreparationEndsBeforeTheAuthoritysInterviewBegins() {
        Optional<AppointmentTime> authority = Optional.of(at("2027-01-12T12:00", 120));
        assertThat(TimeRules.endsBefore(at("2027-01-12T11:00", 60), authority)).isEmpty();
        assertThat(TimeRules.endsBefore(at("2027-01-12T11:15", 60), authority)).isPresent();
        assertThat(TimeRules.endsBefore(at("2027-01-12T15:00", 60), Optional.empty())).isEmpty();
    }

    @Test
    void aLocalTimeSkippedByDaylightSavingDoesNotExist() {
        assertThat(AppointmentTime.at(LocalDateTime.parse("2027-03-14T02:30"), TIJUANA, 60)).isEmpty();
        assertThat(AppointmentTime.at(LocalDateTime.parse("2027-03-14T03:00"), TIJUANA, 60)).isPresent();
    }

    @Test
    void aRepeatedLocalTimeIsTheFirstOccurrenceAndIsMarked() {
        AppointmentTime when = at("2026-11-01T01:30", 60);
        assertThat(when.start()).isEqualTo(Instant.parse("2026-11-01T08:30:00Z"));
        assertThat(when.repeatedHour()).isTrue();
        assertThat(at("2026-11-01T03:30", 60).repeatedHour()).isFalse();
    }

    @Test
    void aResourceMustHaveTheRightKindAndOffice() {
        Resource lawyer = resource(ResourceKind.LAWYER, "es");
        assertThat(PartyRules.suitable(lawyer, ResourceKind.LAWYER, "tijuana")).isEmpty();
        assertThat(PartyRules.suitable(lawyer, ResourceKind.ROOM, "tijuana")).isPresent();
        assertThat(PartyRules.suitable(lawyer, ResourceKind.LAWYER, "tapachula")).isPresent();
        assertThat(PartyRules.suitable(null, ResourceKind.LAWYER, "tijuana")).isPresent();
    }

    @Test
    void anInterpreterIsNeededUnlessTheLawyerSpeaksTheLanguage() {
        Resource lawyer = resource(ResourceKind.LAWYER, "es");
        assertThat(PartyRules.understood(lawyer, null, "es")).isEmpty();
        assertThat(PartyRules.understood(lawyer, null, "ht").orElseThrow())
                .isInstanceOf(BookingRefusal.InterpreterNeeded.class);
        assertThat(PartyRules.understood(lawyer, resource(ResourceKind.INTERPRETER, "ht"), "ht")).isEmpty();
        assertThat(PartyRules.understood(lawyer, resource(ResourceKind.INTERPRETER, "fr"), "ht").orElseThrow())
                .isInstanceOf(BookingRefusal.InterpreterDoesNotSpeak.class);
    }

    private static AppointmentTime at(String local, int minutes) {
        return AppointmentTime.at(LocalDateTime.parse(local), TIJUANA, minutes).orElseThrow();
    }

    private static Resource resource(ResourceKind kind, String language) {
        return new Resource("r", "tijuana", kind, null, null, List.of(language), null);
    }
}
