package org.refugio.messaging.observability;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Prints a fault for the log as its classes and where they stand. A fault's own words are left out: the store's quote the
 * values of a write, and a parser's the text that it could not read.
 */
final class RedactingStackTracePrinter implements StackTracePrinter {

    private static final int CAUSES = 8;
    private static final int FRAMES = 40;

    @Override
    public void printStackTrace(Throwable fault, Appendable out) throws IOException {
        for (Throwable each : Stream.iterate(fault, next -> next != null, Throwable::getCause).limit(CAUSES).toList()) {
            out.append(each == fault ? "" : "Caused by: ").append(each.getClass().getName()).append('\n');
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                out.append("\tat ").append(frames[i].toString()).append('\n');
            }
        }
    }
}
