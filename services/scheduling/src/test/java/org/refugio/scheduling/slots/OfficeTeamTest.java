package org.refugio.scheduling.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.ResourceKind;
import org.refugio.scheduling.claims.ClaimIds;
import org.refugio.scheduling.resources.Resource;

class OfficeTeamTest {

    private static final List<Instant> TEN_OCLOCK = ClaimIds.quarters(Instant.parse("2027-01-12T16:00:00Z"), 60);

    private final List<Resource> office = List.of(resource("l-es", ResourceKind.LAWYER, "es"),
            resource("l-ht", ResourceKind.LAWYER, "ht"), resource("i-ht", ResourceKind.INTERPRETER, "ht"),
            resource("i-pt", ResourceKind.INTERPRETER, "pt"), resource("r1", ResourceKind.ROOM),
            resource("r2", ResourceKind.ROOM));

    @Test
    void aLawyerWhoSpeaksTheLanguageIsPreferredToAnInterpreter() {
        OfficeTeam.Party party = OfficeTeam.of(office, "ht").freeAt(new OfficeDay(Set.of()), TEN_OCLOCK).orElseThrow();
        assertThat(party.lawyerId()).isEqualTo("l-ht");
        assertThat(party.interpreterId()).isNull();
        assertThat(party.reasons()).containsExactly("lawyer-speaks-language");
    }

    @Test
    void withoutSuchALawyerAnInterpreterIsAssigned() {
        OfficeDay day = new OfficeDay(Set.of(ClaimIds.id("l-ht", TEN_OCLOCK.getLast())));
        OfficeTeam.Party party = OfficeTeam.of(office, "ht").freeAt(day, TEN_OCLOCK).orElseThrow();
        assertThat(party.lawyerId()).isEqualTo("l-es");
        assertThat(party.interpreterId()).isEqualTo("i-ht");
    }

    @Test
    void noTeamIsProposedWithoutAllItsResources() {
        assertThat(OfficeTeam.of(office, "fr").freeAt(new OfficeDay(Set.of()), TEN_OCLOCK)).isEmpty();
        OfficeDay noRoom = new OfficeDay(
                Set.of(ClaimIds.id("r1", TEN_OCLOCK.get(1)), ClaimIds.id("r2", TEN_OCLOCK.get(2))));
        assertThat(OfficeTeam.of(office, "ht").freeAt(noRoom, TEN_OCLOCK)).isEmpty();
    }

    @Test
    void theLeastBusyResourceOfTheDayIsChosen() {
        OfficeDay day = new OfficeDay(Set.of(ClaimIds.id("r1", Instant.parse("2027-01-12T20:00:00Z"))));
        assertThat(OfficeTeam.of(office, "ht").freeAt(day, TEN_OCLOCK).orElseThrow().roomId()).isEqualTo("r2");
    }

    @Test
    void anAppointmentCoversEveryQuarterThatItOverlaps() {
        assertThat(ClaimIds.quarters(Instant.parse("2027-01-12T16:00:00Z"), 50)).hasSize(4);
        assertThat(ClaimIds.quarters(Instant.parse("2027-01-12T16:05:00Z"), 15)).hasSize(2);
        assertThat(ClaimIds.all(List.of("b", "a"), Instant.parse("2027-01-12T16:00:00Z"), 30)).containsExactly(
                "a|2027-01-12T16:00:00Z", "a|2027-01-12T16:15:00Z", "b|2027-01-12T16:00:00Z",
                "b|2027-01-12T16:15:00Z");
    }

    private static Resource resource(String id, ResourceKind kind, String... languages) {
        return new Resource(id, "tapachula", kind, null, id, List.of(languages), null);
    }
}
