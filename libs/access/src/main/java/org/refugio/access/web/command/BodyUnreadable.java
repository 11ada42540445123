package org.refugio.access.web.command;

import java.io.IOException;

/** The client stopped sending the body of its request, or sent what is no body; answered 400. */
public final class BodyUnreadable extends RuntimeException {

    public BodyUnreadable(IOException cause) {
        super("The body of the request cannot be read", cause);
    }
}
