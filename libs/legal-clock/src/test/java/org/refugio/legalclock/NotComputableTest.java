package org.refugio.legalclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NotComputableTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 11);

    private final LegalClock clock = LegalClock.shipped();

    @Test
    void anUnknownRuleIsRefusedWithTheKnownOnes() {
        refused(DeadlineRequest.of("bail", DAY), "no rule 'bail'", "file-application");
    }

    @Test
    void anUnknownMunicipalityIsRefusedWithTheKnownOnes() {
        refused(DeadlineRequest.of("review", DAY).withMunicipality("atlantis"), "no municipality 'atlantis'",
                "tapachula");
    }

    @Test
    void anUndecidedRuleIsRefusedWithWhoMustDecide() {
        refused(DeadlineRequest.of("abandonment-threshold", DAY), "abandonment-threshold", "a lawyer must set it");
    }

    @Test
    void anExtensionThatTheRuleDoesNotAllowIsRefused() {
        refused(DeadlineRequest.of("review", DAY).withExtension(1), "review", "allows no extension");
    }

    @Test
    void anExtensionOfUndecidedLengthIsRefusedWithWhoMustDecide() {
        refused(DeadlineRequest.of("arco-answer", DAY).withExtension(5), "no default length", "lawyer");
    }

    @Test
    void anExtensionIsAtMostAsLongAsTheRuleAllows() {
        assertThat(clock.due(DeadlineRequest.of("decision", DAY).withExtension(45)).nominal()).isNotNull();
        refused(DeadlineRequest.of("decision", DAY).withExtension(46), "at most 45 days, not 46");
        refused(DeadlineRequest.of("decision", DAY).withExtension(-1), "-1 days is not possible");
    }

    @Test
    void aDateOutsideTheCompiledYearsIsRefused() {
        assertThat(clock.due(DeadlineRequest.of("temporary-curp", LocalDate.of(1995, 1, 1))).nominal())
                .isEqualTo("1995-06-30");
        refused(DeadlineRequest.of("review", LocalDate.of(1994, 12, 31)), "outside the years 1995 to 2100");
        refused(DeadlineRequest.of("review", LocalDate.of(2101, 1, 1)), "outside the years 1995 to 2100");
    }

    @Test
    void aTermThatEndsAfterTheCompiledYearsIsRefused() {
        assertThat(clock.due(DeadlineRequest.of("temporary-curp", LocalDate.of(2100, 7, 4))).nominal())
                .isEqualTo("2100-12-31");
        refused(DeadlineRequest.of("temporary-curp", LocalDate.of(2100, 7, 5)), "ends after 2100-12-31");
        // 31 December 2100 is a Friday
        assertThat(clock.due(DeadlineRequest.of("ratify-filing", LocalDate.of(2100, 12, 28))).nominal())
                .isEqualTo("2100-12-31");
        refused(DeadlineRequest.of("ratify-filing", LocalDate.of(2100, 12, 29)), "ends after 2100-12-31");
        refused(DeadlineRequest.of("ratify-filing", LocalDate.of(2100, 12, 31)), "ends after 2100-12-31");
    }

    @Test
    void anUnknownAuthorityHasNoCalendar() {
        assertThatThrownBy(() -> clock.nonWorkingDays("POLICE", null, DAY, DAY))
                .isInstanceOf(DeadlineNotComputable.class).hasMessageContaining("POLICE").hasMessageContaining("COMAR");
    }

    private void refused(DeadlineRequest request, String... words) {
        assertThatThrownBy(() -> clock.due(request)).isInstanceOf(DeadlineNotComputable.class)
                .extracting(Throwable::getMessage).asString().contains(words);
        assertThatThrownBy(() -> clock.recompute(request, clock)).isInstanceOf(DeadlineNotComputable.class);
    }
}
