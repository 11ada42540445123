package org.refugio.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.jsmpp.bean.Alphabet;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarriersTest {

    private static final String PHONE = "+529625550101";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Carriers carriers = Carriers.open(CarrierSettings.anyPorts());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        carriers.close();
    }

    @Test
    void aTextMessageIsKeptForItsPhone() throws Exception {
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            sender.submit(PHONE, "Su cita: jueves, ¿a las 10:00? ñ€");
        }
        assertThat(get("/api/phones")).isEqualTo("[\"" + PHONE + "\"]");
        assertThat(get("/api/phones/" + PHONE + "/messages")).contains("¿a las 10:00? ñ€",
                "\"direction\":\"to-phone\"");
        assertThat(get("/api/phones/%2B529625550101/messages")).contains("10:00");
        assertThat(get("/api/phones/529625550101/messages")).contains("10:00");
    }

    @Test
    void aTextBeyondTheDefaultAlphabetArrivesWhole() throws Exception {
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            sender.submit(PHONE, "Kreyòl: randevou 约会 ✓");
        }
        assertThat(get("/api/phones/" + PHONE + "/messages")).contains("Kreyòl: randevou 约会 ✓");
    }

    @Test
    void aLongMessageIsPutTogetherWhateverTheOrderOfItsParts() throws Exception {
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            sender.submitPart(PHONE, 7, 3, 3, "tres", Alphabet.ALPHA_DEFAULT);
            sender.submitPart(PHONE, 7, 3, 1, "uno ", Alphabet.ALPHA_DEFAULT);
            assertThat(carriers.messages().of(CarrierChannel.SMS, PHONE)).isEmpty();
            sender.submitPart(PHONE, 7, 3, 2, "dos ", Alphabet.ALPHA_DEFAULT);
        }
        assertThat(carriers.messages().of(CarrierChannel.SMS, PHONE)).extracting(CarrierMessage::text)
                .containsExactly("uno dos tres");
    }

    @Test
    void anAnswerWaitsUntilASenderIsBound() throws Exception {
        assertThat(post("/api/phones/" + PHONE + "/reply", "{\"text\":\"1\"}")).isEqualTo(204);
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sender.received()).containsExactly(PHONE + ": 1"));
            assertThat(post("/api/phones/" + PHONE + "/reply", "{\"text\":\"wi, mèsi 约\"}")).isEqualTo(204);
            await().atMost(SOON).untilAsserted(
                    () -> assertThat(sender.received()).containsExactly(PHONE + ": 1", PHONE + ": wi, mèsi 约"));
        }
        assertThat(get("/api/phones/" + PHONE + "/messages")).contains("\"direction\":\"from-phone\"");
    }

    @Test
    void anAnswerGoesToOneOfSeveralSenders() throws Exception {
        try (TestSender one = TestSender.bind(carriers.smppPort());
                TestSender other = TestSender.bind(carriers.smppPort())) {
            carriers.reply(PHONE, "1");
            carriers.reply(PHONE, "2");
            await().atMost(SOON).until(() -> one.received().size() + other.received().size() == 2);
        }
    }

    @Test
    void aRefusalIsNotKept() throws Exception {
        post("/api/faults", "{\"sms\":\"refuse\",\"email\":\"refuse\"}");
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            assertThatThrownBy(() -> sender.submit(PHONE, "hola"))
                    .isInstanceOf(org.jsmpp.extra.NegativeResponseException.class);
        }
        assertThatThrownBy(() -> mail("rosa@example.org", "hola")).isInstanceOf(MessagingException.class);
        assertThat(get("/api/phones")).isEqualTo("[]");
        assertThat(get("/api/mailboxes")).isEqualTo("[]");
    }

    @Test
    void aLostAnswerLeavesTheMessageDelivered() throws Exception {
        carriers.faults().set(CarrierChannel.SMS, CarrierFault.DROP_AFTER_ACCEPT);
        carriers.faults().set(CarrierChannel.EMAIL, CarrierFault.DROP_AFTER_ACCEPT);
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            assertThatThrownBy(() -> sender.submit(PHONE, "hola"))
                    .isNotInstanceOf(org.jsmpp.extra.NegativeResponseException.class);
        }
        assertThatThrownBy(() -> mail("rosa@example.org", "hola")).isInstanceOf(MessagingException.class);
        assertThat(carriers.messages().of(CarrierChannel.SMS, PHONE)).hasSize(1);
        assertThat(carriers.messages().of(CarrierChannel.EMAIL, "rosa@example.org")).hasSize(1);
    }

    @Test
    void aSilentCentreKeepsNothingAndRecovers() throws Exception {
        post("/api/faults", "{\"sms\":\"timeout\"}");
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            assertThatThrownBy(() -> sender.submit(PHONE, "hola"))
                    .isInstanceOf(org.jsmpp.extra.ResponseTimeoutException.class);
        }
        post("/api/faults", "{\"sms\":\"ok\"}");
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            sender.submit(PHONE, "adios");
        }
        assertThat(carriers.messages().of(CarrierChannel.SMS, PHONE)).extracting(CarrierMessage::text)
                .containsExactly("adios");
    }

    @Test
    void aMailIsKeptForItsMailbox() throws Exception {
        mail("rosa@example.org", "Mañana a las 10:00");
        assertThat(get("/api/mailboxes")).isEqualTo("[\"rosa@example.org\"]");
        assertThat(get("/api/mailboxes/rosa@example.org/messages")).contains("Mañana a las 10:00",
                "\"subject\":\"Recordatorio ñ\"");
        http.send(request("/api/messages").DELETE().build(), BodyHandlers.discarding());
        assertThat(get("/api/mailboxes")).isEqualTo("[]");
    }

    @Test
    void aMailboxBeyondAsciiIsServedWhereTheServerOffersIt() throws Exception {
        mail("łukasz@example.org", "Mañana");
        assertThat(get("/api/mailboxes")).isEqualTo("[\"łukasz@example.org\"]");
        post("/api/faults", "{\"email\":\"no-smtputf8\"}");
        assertThatThrownBy(() -> mail("łukasz@example.org", "Mañana")).isInstanceOf(MessagingException.class)
                .hasMessageContaining("SMTPUTF8");
        mail("rosa@example.org", "Mañana");
        assertThat(get("/api/mailboxes")).isEqualTo("[\"rosa@example.org\",\"łukasz@example.org\"]");
        assertThat(carriers.messages().of(CarrierChannel.EMAIL, "łukasz@example.org")).hasSize(1);
    }

    @Test
    void thePageShowsWhatArrivedAndNeverRunsIt() throws Exception {
        try (TestSender sender = TestSender.bind(carriers.smppPort())) {
            sender.submit(PHONE, "<script>alert(1)</script> http://127.0.0.1:8600/a/tok");
        }
        assertThat(get("/")).contains("&lt;script&gt;", "Answer as " + PHONE,
                "<a href=\"http://127.0.0.1:8600/a/tok\"").doesNotContain("<script>");
        assertThat(http.send(
                request("/phones/" + PHONE + "/reply").header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("text=s%C3%AD+claro")).build(),
                BodyHandlers.ofString()).statusCode()).isEqualTo(303);
        assertThat(get("/")).contains("sí claro");
    }

    @Test
    void anotherSitesPageCannotReachIt() throws Exception {
        assertThat(http
                .send(request("/api/messages").header("Origin", "http://elsewhere.example").DELETE().build(),
                        BodyHandlers.ofString())
                .statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNotThereOrNotUnderstoodIsSaid() throws Exception {
        assertThat(post("/api/faults", "{\"sms\":\"maybe\"}")).isEqualTo(422);
        assertThat(post("/api/nothing", "{}")).isEqualTo(404);
    }

    private void mail(String to, String text) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(carriers.smtpPort()));
        settings.put("mail.smtp.timeout", "5000");
        settings.put("mail.mime.allowutf8", "true");
        Session session = Session.getInstance(settings);
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom("avisos@refugio.example");
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject("Recordatorio ñ", "UTF-8");
        mail.setText(text, "UTF-8");
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            transport.connect();
            if (!to.chars().allMatch(each -> each < 0x80) && !transport.supportsExtension("SMTPUTF8")) {
                throw new MessagingException("no SMTPUTF8");
            }
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private String get(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    }

    private int post(String path, String json) throws Exception {
        return http.send(request(path).POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + carriers.webPort() + path)).timeout(SOON);
    }
}
