package org.refugio.access.web;

/** A command's body is larger than any command can be; answered 413. */
final class BodyTooLarge extends RuntimeException {
}
