package org.refugio.messaging.observability;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Prints an exception for the log as its classes and stack frames. Messages are omitted: those of the store quote the values
 * of a write, those of a parser the text that it could not read.
 */
final class RedactingStackTracePrinter implements StackTracePrinter {

    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 40;

    @Override
    public void printStackTrace(Throwable exception, Appendable out) throws IOException {
        for (Throwable each : Stream.iterate(exception, next -> next != null, Throwable::getCause).limit(MAX_CAUSES)
                .toList()) {
            out.append(each == exception ? "" : "Caused by: ").append(each.getClass().getName()).append('\n');
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(MAX_FRAMES, frames.length); i++) {
                out.append("\tat ").append(frames[i].toString()).append('\n');
            }
        }
    }
}
