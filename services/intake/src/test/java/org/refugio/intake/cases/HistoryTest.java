package org.refugio.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        History history = History.NONE.and(entry(1)).and(entry(2));
        assertThat(history.entries()).containsExactly(entry(1), entry(2));
    }

    @Test
    void itKeepsTheNewestAndDoesNotGrowForEver() {
        History history = History.NONE;
        for (int day = 1; day <= History.LONGEST + 5; day++) {
            history = history.and(entry(day));
        }
        assertThat(history.entries()).hasSize(History.LONGEST).first().isEqualTo(entry(6));
    }

    @Test
    void aCaseFromBeforeThereWasOneHasAnEmptyOne() {
        assertThat(new History(null).entries()).isEmpty();
    }

    private static History.Entry entry(int day) {
        return new History.Entry(Action.SET_INTERVIEW, LocalDate.ofYearDay(2026, day), SampleCase.NOON, "u1");
    }
}
