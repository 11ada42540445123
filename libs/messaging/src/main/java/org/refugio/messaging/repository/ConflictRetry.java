package org.refugio.messaging.repository;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.failure.TransientFailure;

/** Repeats reading, deciding and writing after a version conflict, with a random delay that grows. */
final class ConflictRetry {

    private static final int MAX_ATTEMPTS = 60;
    private static final long FIRST_DELAY_NANOS = 100_000;
    private static final long MAX_DELAY_NANOS = 20_000_000;
    private static final int MAX_DOUBLINGS = 10;

    private ConflictRetry() {
    }

    /**
     * Runs the attempt until it has an outcome.
     *
     * @param attempt empty on a version conflict
     * @throws TransientFailure when every attempt met a conflict
     */
    static CommandOutcome run(String aggregate, Supplier<Optional<CommandOutcome>> attempt) {
        for (int attempts = 0; attempts < MAX_ATTEMPTS; attempts++) {
            Optional<CommandOutcome> outcome = attempt.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            backOff(attempts);
        }
        throw new TransientFailure("aggregate " + aggregate + " had " + MAX_ATTEMPTS + " version conflicts in a row",
                null);
    }

    private static void backOff(int attempts) {
        long limit = Math.min(MAX_DELAY_NANOS, FIRST_DELAY_NANOS << Math.min(attempts, MAX_DOUBLINGS));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(limit) + 1);
    }
}
