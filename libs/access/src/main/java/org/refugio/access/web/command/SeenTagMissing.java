package org.refugio.access.web.command;

/** A command on something that exists does not tell what its sender saw of it ({@code If-Match}); answered 428. */
public final class SeenTagMissing extends RuntimeException {
}
