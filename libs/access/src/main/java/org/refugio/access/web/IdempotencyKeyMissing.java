package org.refugio.access.web;

/** A command came without a usable {@code Idempotency-Key}; answered 422. */
final class IdempotencyKeyMissing extends RuntimeException {
}
