package org.refugio.legalclock.data;

/** Whether the authority may lengthen a term. */
public sealed interface Extension {

    /** It may not. */
    record NotAllowed() implements Extension {}

    /**
     * Once.
     *
     * @param days at most, in the unit of the rule
     */
    record Once(int days, LocalizedText grounds) implements Extension {}

    /**
     * Once, but the length is not known.
     *
     * @param undecided who must say how long
     */
    record Undecided(LocalizedText undecided) implements Extension {}
}
