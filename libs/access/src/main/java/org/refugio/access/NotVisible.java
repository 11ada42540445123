package org.refugio.access;

/** The object does not exist, or belongs to an office in which the caller has no role; answered 404 in both cases. */
public class NotVisible extends RuntimeException {
}
