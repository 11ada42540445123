package org.refugio.access;

/** The object is of an office that is not the caller's; answered 404 so that nobody learns that it exists. */
public class NotVisible extends RuntimeException {
}
