package org.refugio.access.web.audit;

/** A route was about to answer what nobody had checked: a fault of the route, answered 500. */
final class AccessNotChecked extends RuntimeException {
}
