package org.refugio.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.refugio.procedure.process.CaseAction;

class CaseHistoryTest {

    @Test
    void aCorrectionIsListedAfterTheEntryThatItCorrects() {
        CaseHistory history = CaseHistory.NONE.with(entry(1)).with(entry(2));
        assertThat(history.entries()).containsExactly(entry(1), entry(2));
    }

    @Test
    void onlyTheNewestEntriesAreKept() {
        CaseHistory history = CaseHistory.NONE;
        for (int day = 1; day <= CaseHistory.MAX_ENTRIES + 5; day++) {
            history = history.with(entry(day));
        }
        assertThat(history.entries()).hasSize(CaseHistory.MAX_ENTRIES).first().isEqualTo(entry(6));
    }

    @Test
    void aCaseStoredWithoutAHistoryHasAnEmptyOne() {
        assertThat(new CaseHistory(null).entries()).isEmpty();
    }

    private static CaseHistory.Entry entry(int day) {
        return new CaseHistory.Entry(CaseAction.SET_INTERVIEW, LocalDate.ofYearDay(2026, day), SampleCase.NOON, "u1",
                null);
    }
}
