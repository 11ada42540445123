package org.refugio.e2e;

/** The system did something else than it must. */
public class Unexpected extends RuntimeException {

    public Unexpected(String what) {
        super(what);
    }
}
