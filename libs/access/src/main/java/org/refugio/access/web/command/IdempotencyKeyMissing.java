package org.refugio.access.web.command;

/** A command came without a usable {@code Idempotency-Key}; answered 422. */
public final class IdempotencyKeyMissing extends RuntimeException {
}
