package org.refugio.e2e.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.refugio.e2e.Api;
import org.refugio.e2e.Unexpected;

/** What really arrived at the person's phone and mailbox, asked of the carriers. */
final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;
    private final Person person;

    Inbox(Api api, Person person) {
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

    Received received() {
        return new Received(texts().size(), mails().size());
    }

    /** Wait until {@code sms} more texts and {@code mails} more mails than {@code before} are there, and no more. */
    List<String> awaitMore(Received before, int sms, int mails, String what) {
        Received wanted = new Received(before.sms() + sms, before.emails() + mails);
        try {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                    .until(() -> received().sms() >= wanted.sms() && received().emails() >= wanted.emails());
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new Unexpected("%s: %s arrived, %s expected".formatted(what, received(), wanted));
        }
        if (!received().equals(wanted)) {
            throw new Unexpected("%s: %s arrived, only %s expected".formatted(what, received(), wanted));
        }
        List<String> all = texts();
        return all.subList(before.sms(), all.size());
    }

    private String encodedPhone() {
        return java.net.URLEncoder.encode(person.phone(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Every one of these texts must carry the new date and none the old one. */
    void speaksOf(LocalDateTime wanted, LocalDateTime forbidden, List<String> texts) {
        for (String text : texts) {
            if (!text.contains(dayOf(wanted)) || !text.contains(hourOf(wanted))) {
                throw new Unexpected("a text lacks the date: " + text);
            }
            if (text.contains(dayOf(forbidden) + " ")) {
                throw new Unexpected("a text speaks of the old date: " + text);
            }
        }
    }

    /** Wait until nothing more arrives for a moment: what must not come had its chance. */
    void settle() {
        Received[] last = {received()};
        Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ofSeconds(1)).pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    Received now = received();
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
