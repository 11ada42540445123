package org.refugio.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.Sealed;
import org.refugio.procedure.process.CaseStatus;

/** Sample cases for tests. */
public final class SampleCase {

    public static final Instant NOON = Instant.parse("2026-03-02T18:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Sealed SEALED = new Sealed("case:c1", "AAAA");

    private SampleCase() {
    }

    public static Case open() {
        return new Case("c1", "tapachula", "TAP-0001", "America/Mexico_City",
                new Case.Details(SEALED, SEALED, null, new ContactConsent(true, true), "ht", DAY), StepProgress.none(),
                Case.Proceedings.NONE, List.of(), new Case.Opening("u1", NOON, NOON, "mx-refugee-2026-1"),
                CaseHistory.NONE);
    }

    static Case in(CaseStatus status) {
        Case filed = open().with(Case.Proceedings.NONE.withSubmission(new Case.Submission(SEALED, DAY, "COMAR")));
        Case decided = filed.with(filed.proceedings().withDecision(new Case.Notified(DecisionOutcome.RECOGNISED, DAY)));
        return switch (status) {
            case OPEN -> open();
            case FILED -> filed;
            case DECIDED -> decided;
            case FOLLOWED_UP -> decided.with(decided.proceedings().withFollowUp(DAY));
        };
    }
}
