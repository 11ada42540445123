package org.refugio.messaging.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private static final EntityTag CURRENT = EntityTag.of("date", 2).and("answer", "NONE");

    @Test
    void itsTextIsReadBack() {
        assertThat(CURRENT).hasToString("answer=NONE;date=2");
        assertThat(EntityTag.parse(CURRENT.toString())).hasValue(CURRENT);
        assertThat(CURRENT.quoted()).isEqualTo("\"answer=NONE;date=2\"");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "date", "date=", "=2", "date=2;", "date=2 ", "date=2\"", "date=2\r\nx=3"})
    void anotherTextIsNoTag(String text) {
        assertThat(EntityTag.parse(text)).isEmpty();
        assertThat(EntityTag.parse("a=" + "1".repeat(5000))).isEmpty();
    }

    @Test
    void onlyThePartsThatTheCommandDependsOnAreCompared() {
        EntityTag seen = EntityTag.of("date", 2).and("answer", "CONFIRMED");
        assertThat(CURRENT.isSeenIn(seen, "date")).isTrue();
        assertThat(CURRENT.isSeenIn(seen, "date", "answer")).isFalse();
    }

    @Test
    void aTextRepeatsOfWhatASenderWroteOnlyANumber() {
        assertThat(CURRENT.number("date")).isEqualTo("2");
        assertThat(CURRENT.number("answer")).isEqualTo("—");
        assertThat(EntityTag.of("date", "529627358164").number("date")).isEqualTo("—");
        assertThat(CURRENT.number("contact")).isEqualTo("—");
    }

    @Test
    void aPartThatTheSenderDidNotSeeOrThatDoesNotExistIsNotSeen() {
        assertThat(CURRENT.isSeenIn(EntityTag.of("answer", "NONE"), "date")).isFalse();
        assertThat(CURRENT.isSeenIn(CURRENT, "contact")).isFalse();
    }
}
