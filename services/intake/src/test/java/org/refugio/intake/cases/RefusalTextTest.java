package org.refugio.intake.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;
import org.refugio.procedure.process.ActionDenial;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.testkit.problems.NeededText;
import org.refugio.testkit.problems.ProblemTextCheck;

class RefusalTextTest {

    @Test
    void everyRefusalAndEveryDenialOfTheProcessTableHasATitleAndADetailInEveryLanguage() {
        ProblemTextCheck<Refusal> check = new ProblemTextCheck<>(Refusal.class,
                each -> new NeededText(ProblemText.bundle(each.textOwner()), each.rule(), each.arguments().size(),
                        ProblemText.termKeys(each.arguments())))
                .with(new CaseRefusal.NotNow(new ActionDenial.AlreadyRecorded(CaseAction.RECORD_DECISION,
                        LocalDate.of(2026, 3, 2))))
                .with(new CaseRefusal.NotNow(new ActionDenial.NothingToCorrect(CaseAction.RECORD_DECISION)));
        CaseProcess.shipped().actions().stream().filter(each -> each.action() != CaseAction.OPEN_CASE)
                .forEach(rule -> check.with(new CaseRefusal.ChangedMeanwhile(rule.action(), EntityTag.of("contact", 2),
                        "1", Optional.empty())));
        CaseProcess.shipped().actions().forEach(rule -> rule.after().forEach(condition -> check.with(
                new CaseRefusal.NotNow(
                        new ActionDenial.NotYet(rule.action(), condition.action(), condition.otherwise())))));
        check.run("org.refugio.intake");
    }
}
