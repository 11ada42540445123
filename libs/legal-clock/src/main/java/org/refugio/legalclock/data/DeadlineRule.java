package org.refugio.legalclock.data;

/** A term that the law sets, or one that it does not set and somebody must decide. */
public sealed interface DeadlineRule permits CountedRule, UndecidedRule {

    /** For instance {@code file-application}. */
    String id();

    /** What has to be done. */
    LocalizedText title();

    /** The day from which the term is counted, in words. */
    LocalizedText trigger();

    /** The article; empty when sources conflict. */
    String citation();
}
