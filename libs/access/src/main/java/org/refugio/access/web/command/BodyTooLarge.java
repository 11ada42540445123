package org.refugio.access.web.command;

/** The body of a command exceeds the maximum size; answered 413. */
public final class BodyTooLarge extends RuntimeException {
}
