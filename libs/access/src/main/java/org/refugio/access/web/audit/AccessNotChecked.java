package org.refugio.access.web.audit;

/** A route was about to respond without having checked the object's office: a programming error, answered 500. */
final class AccessNotChecked extends RuntimeException {
}
