package org.refugio.e2e;

/** The system returned an unexpected result. */
public class UnexpectedResult extends RuntimeException {

    public UnexpectedResult(String what) {
        super(what);
    }
}
