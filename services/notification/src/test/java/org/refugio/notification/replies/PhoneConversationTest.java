package org.refugio.notification.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhoneConversationTest {

    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");

    private final PhoneConversation fresh = PhoneConversation.with("t");

    @Test
    void theResponsesOfAnHourAreLimitedAndLaterOnesAreAllowedAgain() {
        PhoneConversation full = fresh;
        for (int i = 0; i < PhoneConversation.RESPONSES_AN_HOUR; i++) {
            assertThat(full.mayRespond(NOW.plusSeconds(i))).as("response %d", i).isTrue();
            full = full.withResponse("r" + i, NOW.plusSeconds(i));
        }
        assertThat(full.mayRespond(NOW.plusSeconds(60))).isFalse();
        assertThat(full.mayRespond(NOW.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(full.mayRespond(NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(full.hasRespondedTo("r0")).isTrue();
        assertThat(full.withResponse("r9", NOW).responses()).hasSize(PhoneConversation.RESPONSES_AN_HOUR);
    }

    @Test
    void theSameTextIsARepetitionForADay() {
        PhoneConversation heard = fresh.withUnclear("x", NOW);
        assertThat(heard.isRepeated("x", NOW.plus(Duration.ofHours(23)))).isTrue();
        assertThat(heard.isRepeated("x", NOW.plus(Duration.ofHours(24)))).isFalse();
        assertThat(heard.isRepeated("y", NOW)).isFalse();
        assertThat(heard.withUnclear("y", NOW).isRepeated("x", NOW)).as("with other texts in between").isTrue();
    }

    @Test
    void aQuestionIsNotRepeatedForADayUnlessItWasAnswered() {
        PhoneConversation asked = fresh.withQuestion("r", NOW);
        assertThat(asked.wasAsked(NOW.plus(Duration.ofHours(23)))).isTrue();
        assertThat(asked.wasAsked(NOW.plus(Duration.ofHours(24)))).isFalse();
        assertThat(asked.withoutQuestion().wasAsked(NOW)).isFalse();
        assertThat(fresh.wasAsked(NOW)).isFalse();
    }

    @Test
    void aConversationOfBeforeThereWereResponsesHasNone() {
        PhoneConversation stored = new PhoneConversation("t", null, null, null);
        assertThat(stored.mayRespond(NOW)).isTrue();
        assertThat(stored.isRepeated("x", NOW)).isFalse();
    }
}
