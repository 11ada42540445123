package org.refugio.legalclock.data;

/** A term that the law sets, or one without a verified value that a person must decide. */
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
