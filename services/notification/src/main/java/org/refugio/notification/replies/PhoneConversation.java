package org.refugio.notification.replies;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The state of the conversation with one number. Its times are of the machine, because carriers do not follow the domain
 * clock.
 *
 * @param phoneToken a blind-index token of the number
 * @param responses the latest automatic responses
 * @param unclear the latest texts that were not understood
 * @param question the last question; null before the first, and once it was answered
 */
record PhoneConversation(String phoneToken, List<Response> responses, List<UnclearText> unclear, Question question) {

    /** More than a person needs in an hour; two automatic responders that answer each other stop here. */
    static final int RESPONSES_AN_HOUR = 6;

    private static final Duration HOUR = Duration.ofHours(1);

    /** In this time a person does not get the same response to the same text, nor the same question, again. */
    private static final Duration SAME = Duration.ofHours(24);

    private static final int UNCLEAR_KEPT = 10;

    PhoneConversation {
        // conversations of before there were responses have none
        responses = responses == null ? List.of() : List.copyOf(responses);
        unclear = unclear == null ? List.of() : List.copyOf(unclear);
    }

    /** A response to this reply. */
    record Response(String reply, Instant at) {}

    /** A text, as a blind-index token. */
    record UnclearText(String token, Instant at) {}

    /** Which appointment this reply was about. */
    record Question(String reply, Instant at) {}

    static PhoneConversation with(String phoneToken) {
        return new PhoneConversation(phoneToken, List.of(), List.of(), null);
    }

    boolean hasRespondedTo(String reply) {
        return responses.stream().anyMatch(each -> each.reply().equals(reply));
    }

    boolean mayRespond(Instant now) {
        return responses.stream().filter(each -> each.at().plus(HOUR).isAfter(now)).count() < RESPONSES_AN_HOUR;
    }

    boolean isRepeated(String textToken, Instant now) {
        return unclear.stream().anyMatch(each -> each.token().equals(textToken) && each.at().plus(SAME).isAfter(now));
    }

    boolean wasAsked(Instant now) {
        return question != null && question.at().plus(SAME).isAfter(now);
    }

    PhoneConversation withResponse(String reply, Instant now) {
        return new PhoneConversation(phoneToken, latest(responses, new Response(reply, now), RESPONSES_AN_HOUR),
                unclear, question);
    }

    PhoneConversation withUnclear(String textToken, Instant now) {
        return new PhoneConversation(phoneToken, responses, latest(unclear, new UnclearText(textToken, now),
                UNCLEAR_KEPT), question);
    }

    PhoneConversation withQuestion(String reply, Instant now) {
        return new PhoneConversation(phoneToken, responses, unclear, new Question(reply, now));
    }

    PhoneConversation withoutQuestion() {
        return new PhoneConversation(phoneToken, responses, unclear, null);
    }

    private static <T> List<T> latest(List<T> earlier, T added, int kept) {
        return Stream.concat(earlier.stream().skip(Math.max(0, earlier.size() + 1 - kept)), Stream.of(added)).toList();
    }
}
