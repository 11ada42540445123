package org.refugio.e2e;

/** The system did something else than it must. */
public class UnexpectedResult extends RuntimeException {

    public UnexpectedResult(String what) {
        super(what);
    }
}
