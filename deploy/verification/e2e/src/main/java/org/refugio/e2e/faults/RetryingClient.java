package org.refugio.e2e.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.refugio.e2e.ApiResponse;
import org.refugio.e2e.UnexpectedResult;

/** A client as it should be: it repeats a command under the same key until somebody answers. */
final class RetryingClient {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 250;

    private final CommandHistory history;

    RetryingClient(CommandHistory history) {
        this.history = history;
    }

    /** Try until there is an answer that is neither a fault (5xx) nor a token that ran out meanwhile (401). */
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
            return null; // a killed process; the point of the exercise
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
