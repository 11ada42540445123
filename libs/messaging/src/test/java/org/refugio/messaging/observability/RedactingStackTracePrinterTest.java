package org.refugio.messaging.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refugio.messaging.failure.TransientFailure;

class RedactingStackTracePrinterTest {

    @Test
    void anExceptionIsPrintedWithItsClassesAndFramesAndWithoutItsMessages() throws Exception {
        StringBuilder out = new StringBuilder();
        new RedactingStackTracePrinter().printStackTrace(
                new TransientFailure("about Marisol", new IllegalStateException("Marisol's phone")), out);
        assertThat(out.toString()).contains("TransientFailure").contains("Caused by: java.lang.IllegalStateException")
                .contains("RedactingStackTracePrinterTest.java").doesNotContain("Marisol");
    }
}
