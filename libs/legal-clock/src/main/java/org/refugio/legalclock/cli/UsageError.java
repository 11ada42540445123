package org.refugio.legalclock.cli;

/** The command line cannot be understood; the message says what to write instead. */
final class UsageError extends RuntimeException {

    UsageError(String message) {
        super(message);
    }
}
