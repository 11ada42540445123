package org.refugio.notification;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;
import org.refugio.notification.replies.AnswerRefusal;
import org.refugio.testkit.problems.NeededText;
import org.refugio.testkit.problems.ProblemTextCheck;

class RefusalTextTest {

    @Test
    void everyRefusalHasATitleAndADetailInEveryLanguage() {
        new ProblemTextCheck<>(Refusal.class,
                each -> new NeededText(ProblemText.bundle(each.textOwner()), each.rule(), each.arguments().size(),
                        ProblemText.termKeys(each.arguments())))
                .with(new AnswerRefusal.DateChangedMeanwhile(LocalDateTime.parse("2026-03-02T10:00"),
                        EntityTag.of("date", 2), "1"))
                .run("org.refugio.notification");
    }
}
