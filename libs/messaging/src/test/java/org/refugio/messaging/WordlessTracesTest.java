package org.refugio.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordlessTracesTest {

    @Test
    void aFaultIsLoggedByItsClassesAndPlacesWithoutItsWords() throws Exception {
        StringBuilder out = new StringBuilder();
        new WordlessTraces().printStackTrace(
                new TransientFailure("about Marisol", new IllegalStateException("Marisol's phone")), out);
        assertThat(out.toString()).contains("TransientFailure").contains("Caused by: java.lang.IllegalStateException")
                .contains("WordlessTracesTest.java").doesNotContain("Marisol");
    }
}
