package org.refugio.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.procedure.process.ActionRule;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Commands on a case of which something has changed since their sender saw it. */
@RefugioTest
class SeenStateIT {

    private static final Map<String, String> BODIES = Map.of("contact", CommandBodies.contact("9621113300"),
            "submission", CommandBodies.submission("F-1"), "authority-interview", CommandBodies.interview("a"),
            "interview-attended", CommandBodies.attended(), "decision", CommandBodies.decision(), "follow-up",
            CommandBodies.followUp());

    @LocalServerPort
    private int port;

    private TestHttpClient staff;
    private String path;

    @BeforeEach
    void aCase() {
        staff = TestHttpClient.as(port, "tapachula:coordinator");
        path = "/v1/cases/" + staff.post("/v1/cases", CommandBodies.open("Persona Vista", "9621113344")).body()
                .path("aggregate").asString();
    }

    @Test
    void theOlderOfTwoFormsDoesNotRestoreTheOldPhone() {
        TestHttpClient both = staff.seeingNow(path);
        assertThat(both.post(path + "/contact", CommandBodies.contact("9621113355")).status()).isEqualTo(200);
        TestHttpClient.Reply refused = both.post(path + "/contact", CommandBodies.contact("9621113344"));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.body().path("type").asString()).endsWith(":changed-meanwhile");
        assertThat(refused.body().path("detail").asString()).startsWith("Los datos de contacto. Registros ahora: 1, ")
                .contains("Registros cuando usted abrió la página: 0.").doesNotContain("113355", "113344");
        assertThat(staff.get(path).body().path("contact").path("phone").asString()).isEqualTo("+529621113355");
        assertThat(refused.body().path("etag").asString()).isEqualTo("contact=1");
        assertThat(staff.seeing("contact=1").post(path + "/contact", CommandBodies.contact("9621113366")).status())
                .isEqualTo(200);
    }

    @Test
    void anUnrelatedChangeRefusesNothing() {
        TestHttpClient early = staff.seeingNow(path);
        assertThat(early.post(path + "/contact", CommandBodies.contact("9621113377")).status()).isEqualTo(200);
        assertThat(early.post(path + "/submission", CommandBodies.submission("F-2")).status()).isEqualTo(200);
        assertThat(early.post(path + "/decision", CommandBodies.decision()).status()).isEqualTo(200);
    }

    @Test
    void everyFactThatAnotherPersonRecordedMeanwhileIsNotRecordedOver() {
        TestHttpClient early = staff.seeingNow(path);
        assertThat(CaseProcess.shipped().facts()).isNotEmpty().extracting(ActionRule::fact).allSatisfy(fact -> {
            String again = fact.equals("authority-interview")
                    ? BODIES.get(fact).replace("2027-01-12", "2027-03-12")
                    : BODIES.get(fact).replace("}", ",\"correction\":true,\"reason\":\"x\"}");
            assertThat(early.post(path + "/" + fact, BODIES.get(fact)).status()).as(fact).isEqualTo(200);
            String before = staff.get(path).body().toString();
            TestHttpClient.Reply refused = early.post(path + "/" + fact, again);
            assertThat(refused.status()).as(fact).isEqualTo(412);
            assertThat(refused.body().path("etag").asString()).isEqualTo(fact + "=1");
            assertThat(staff.get(path).body()).as(fact).hasToString(before);
            assertThat(staff.seeing(fact + "=1").post(path + "/" + fact, again).status()).as(fact).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "submission", "authority-interview", "interview-attended", "decision",
            "follow-up"})
    void aCommandThatDoesNotTellWhatWasSeenIsRefused(String command) {
        TestHttpClient.Reply refused = staff.post(path + "/" + command, BODIES.get(command));
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.body().path("type").asString()).endsWith(":precondition-required");
    }

    @Test
    void theSameKeyGetsItsOutcomeAlthoughTheCaseHasChangedSince() {
        String key = UUID.randomUUID().toString();
        TestHttpClient first = staff.seeingNow(path);
        TestHttpClient.Reply saved = first.post(path + "/contact", CommandBodies.contact("9621113388"), key);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(staff.seeingNow(path).post(path + "/contact", CommandBodies.contact("9621113399")).status())
                .isEqualTo(200);
        assertThat(first.post(path + "/contact", CommandBodies.contact("9621113388"), key)).isEqualTo(saved);
    }

    @Test
    void theEntityTagIsInTheHeaderAndInTheBody() {
        TestHttpClient.Reply read = staff.get(path);
        assertThat(read.etag()).isEqualTo(read.body().path("etag").asString()).contains("contact=0", "submission=0");
        staff.seeingNow(path).post(path + "/submission",
                CommandBodies.submission("F-3").replace(LocalDate.now().minusDays(1).toString(), "2026-01-05"));
        assertThat(staff.get(path).etag()).contains("submission=1");
    }
}
