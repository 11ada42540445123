package org.refugio.access.web.problem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;
import org.refugio.testkit.problems.NeededText;
import org.refugio.testkit.problems.ProblemTextCheck;

class RefusalTextTest {

    @Test
    void everyRefusalAndEveryStandardProblemHasATitleAndADetailInEveryLanguage() {
        ProblemTextCheck<Refusal> check = new ProblemTextCheck<>(Refusal.class,
                each -> new NeededText(ProblemText.bundle(each.textOwner()), each.rule(), each.arguments().size(),
                        ProblemText.termKeys(each.arguments())));
        for (StandardProblem each : StandardProblem.values()) {
            check.and(new NeededText(ProblemText.bundle(StandardProblem.class), each.rule(), 0, List.of()));
        }
        check.run("org.refugio.access");
    }
}
