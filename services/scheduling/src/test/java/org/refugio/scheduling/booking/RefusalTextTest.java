package org.refugio.scheduling.booking;

import java.util.List;
import java.util.stream.Stream;
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
                .with(new BookingRefusal.AlreadyTaken(Stream.of("LAWYER", "INTERPRETER", "ROOM", "APPLICANT")
                        .map(kind -> new BookingRefusal.AlreadyTaken.Taken(kind, "id")).toList(), List.of()))
                .run("org.refugio.scheduling");
    }
}
