package org.refugio.access.web.command;

/** A command has no valid {@code Idempotency-Key}; answered 422. */
public final class IdempotencyKeyMissing extends RuntimeException {
}
