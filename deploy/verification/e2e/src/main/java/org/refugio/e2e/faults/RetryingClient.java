package org.refugio.e2e.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.refugio.e2e.ApiResponse;
import org.refugio.e2e.UnexpectedResult;

/** A client that repeats a command under the same key until it receives a response. */
final class RetryingClient {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 250;

    private final CommandHistory history;

    RetryingClient(CommandHistory history) {
        this.history = history;
    }

    /** Repeat until there is a response other than a fault (5xx) or an expired token (401). */
    ApiResponse untilAnswered(Function<String, ApiResponse> command) {
        String key = UUID.randomUUID().toString();
        Instant end = Instant.now().plus(PATIENCE);
        ApiResponse last = null;
        while (Instant.now().isBefore(end)) {
            last = once(command, key);
            if (last != null && last.status() / 100 != 5 && last.status() != 401 && last.status() != 429) {
                return last;
            }
            history.unanswered();
            pause();
        }
        throw new UnexpectedResult("no answer within " + PATIENCE.toSeconds() + " s"
                + (last == null ? "" : ": " + last.request() + " " + last.status()));
    }

    private static ApiResponse once(Function<String, ApiResponse> command, String key) {
        try {
            return command.apply(key);
        } catch (UncheckedIOException | UnexpectedResult e) {
            return null; // a killed process, as intended
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
