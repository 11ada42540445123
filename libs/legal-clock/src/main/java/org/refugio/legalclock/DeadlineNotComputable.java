package org.refugio.legalclock;

/** No date can be given; the message says why and who can decide or correct it. */
public final class DeadlineNotComputable extends RuntimeException {

    DeadlineNotComputable(String message) {
        super(message);
    }
}
