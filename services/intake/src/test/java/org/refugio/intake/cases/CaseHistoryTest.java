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
        assertThat(new CaseHistory(null, null).entries()).isEmpty();
    }

    @Test
    void entriesAreCountedAlsoWhenTheyAreNoLongerKept() {
        CaseHistory history = CaseHistory.NONE;
        for (int day = 1; day <= CaseHistory.MAX_ENTRIES + 5; day++) {
            history = history.with(entry(day));
        }
        assertThat(history.count(CaseAction.SET_INTERVIEW)).isEqualTo(CaseHistory.MAX_ENTRIES + 5);
        assertThat(history.count(CaseAction.CHANGE_CONTACT)).isZero();
        assertThat(history.last(CaseAction.SET_INTERVIEW)).hasValue(entry(CaseHistory.MAX_ENTRIES + 5));
    }

    @Test
    void aHistoryThatWasStoredWithoutCountsHasThoseOfItsEntries() {
        assertThat(new CaseHistory(java.util.List.of(entry(1), entry(2)), null).count(CaseAction.SET_INTERVIEW))
                .isEqualTo(2);
    }

    private static CaseHistory.Entry entry(int day) {
        return new CaseHistory.Entry(CaseAction.SET_INTERVIEW, LocalDate.ofYearDay(2026, day), SampleCase.NOON, "u1",
                null);
    }
}
