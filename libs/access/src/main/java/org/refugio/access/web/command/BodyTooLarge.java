package org.refugio.access.web.command;

/** A command's body is larger than any command can be; answered 413. */
public final class BodyTooLarge extends RuntimeException {
}
