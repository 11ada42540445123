package org.refugio.legalclock.data;

/** How well a fact is known. Only {@code A} and {@code B} may produce a date. */
public enum Certainty {
    /** Read in the statute's own text. */
    A,
    /** On a page of an authority, of UNHCR or of an NGO. */
    B,
    /** From the press or another third party. */
    C,
    /** Not verified. */
    U
}
