package org.refugio.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.refugio.procedure.process.CaseAction;

class CaseHistoryTest {

    @Test
    void aCorrectionIsListedAfterWhatItCorrects() {
        CaseHistory history = CaseHistory.NONE.and(entry(1)).and(entry(2));
        assertThat(history.entries()).containsExactly(entry(1), entry(2));
    }

    @Test
    void itKeepsTheNewestAndDoesNotGrowForEver() {
        CaseHistory history = CaseHistory.NONE;
        for (int day = 1; day <= CaseHistory.LONGEST + 5; day++) {
            history = history.and(entry(day));
        }
        assertThat(history.entries()).hasSize(CaseHistory.LONGEST).first().isEqualTo(entry(6));
    }

    @Test
    void aCaseFromBeforeThereWasOneHasAnEmptyOne() {
        assertThat(new CaseHistory(null).entries()).isEmpty();
    }

    private static CaseHistory.Entry entry(int day) {
        return new CaseHistory.Entry(CaseAction.SET_INTERVIEW, LocalDate.ofYearDay(2026, day), SampleCase.NOON, "u1",
                null);
    }
}
