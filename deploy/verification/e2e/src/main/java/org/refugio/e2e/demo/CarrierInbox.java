package org.refugio.e2e.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.UnexpectedResult;

/** The messages that arrived at the phone and mailbox of the person, as the carriers report them. */
final class CarrierInbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final DemoPerson person;

    CarrierInbox(ApiClient api, DemoPerson person) {
        this.api = api;
        this.person = person;
    }

    List<String> texts() {
        return StreamSupport.stream(api.carriers("/api/phones/" + encodedPhone() + "/messages").spliterator(), false)
                .filter(message -> !"from-phone".equals(message.path("direction").asString("")))
                .map(message -> message.path("text").asString()).toList();
    }

    List<String> mails() {
        return StreamSupport
                .stream(api.carriers("/api/mailboxes/" + person.email() + "/messages").spliterator(), false)
                .map(message -> message.path("subject").asString("") + "\n" + message.path("text").asString()).toList();
    }

    ReceivedMessageCounts received() {
        return new ReceivedMessageCounts(texts().size(), mails().size());
    }

    /**
     * Wait until {@code sms} more texts and {@code mails} more mails than {@code before} have arrived, and no further
     * ones.
     */
    List<String> awaitMore(ReceivedMessageCounts before, int sms, int mails, String what) {
        ReceivedMessageCounts wanted = new ReceivedMessageCounts(before.sms() + sms, before.emails() + mails);
        try {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                    .until(() -> received().sms() >= wanted.sms() && received().emails() >= wanted.emails());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new UnexpectedResult("%s: %s arrived, %s expected".formatted(what, received(), wanted));
        }
        if (!received().equals(wanted)) {
            throw new UnexpectedResult("%s: %s arrived, only %s expected".formatted(what, received(), wanted));
        }
        List<String> all = texts();
        return all.subList(before.sms(), all.size());
    }

    private String encodedPhone() {
        return java.net.URLEncoder.encode(person.phone(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Each of these texts must contain the new date and not the old one. */
    void speaksOf(LocalDateTime wanted, LocalDateTime forbidden, List<String> texts) {
        for (String text : texts) {
            if (!text.contains(dayOf(wanted)) || !text.contains(hourOf(wanted))) {
                throw new UnexpectedResult("a text lacks the date: " + text);
            }
            if (text.contains(dayOf(forbidden) + " ")) {
                throw new UnexpectedResult("a text speaks of the old date: " + text);
            }
        }
    }

    /** Wait until no further message arrives for a moment, so that an unwanted message would have arrived. */
    void settle() {
        ReceivedMessageCounts[] last = {received()};
        Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ofSeconds(1)).pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    ReceivedMessageCounts now = received();
                    boolean calm = now.equals(last[0]);
                    last[0] = now;
                    return calm;
                });
    }

    private static String dayOf(LocalDateTime moment) {
        return " " + moment.getDayOfMonth();
    }

    private static String hourOf(LocalDateTime moment) {
        return "%d:%02d".formatted(moment.getHour(), moment.getMinute());
    }
}
