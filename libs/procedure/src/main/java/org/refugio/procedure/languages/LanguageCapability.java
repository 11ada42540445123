package org.refugio.procedure.languages;

/** What the software can do in a language. */
public enum LanguageCapability {
    /** It can be chosen for a person. */
    CHOICE,
    /** Staff can read the pages in it. */
    STAFF_PAGES,
    /** Applicants can read their page in it. */
    APPLICANT_PAGES,
    /** Messages are written in it. */
    MESSAGES,
    /** Answers to messages are understood in it. */
    ANSWERS
}
