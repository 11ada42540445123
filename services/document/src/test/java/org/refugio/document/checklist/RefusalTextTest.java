package org.refugio.document.checklist;

import org.junit.jupiter.api.Test;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;
import org.refugio.testkit.problems.NeededText;
import org.refugio.testkit.problems.ProblemTextCheck;

class RefusalTextTest {

    @Test
    void everyRefusalHasATitleAndADetailInEveryLanguage() {
        new ProblemTextCheck<>(Refusal.class,
                each -> new NeededText(ProblemText.bundle(each.textOwner()), each.rule(), each.arguments().size(),
                        ProblemText.termKeys(each.arguments())))
                .run("org.refugio.document");
    }
}
