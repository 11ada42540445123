package org.refugio.privacy;

/** New data of a subject was to be encrypted, but its key has been destroyed. A repetition cannot succeed. */
public class SubjectErased extends RuntimeException {

    /** @param subject the subject whose key was destroyed */
    public SubjectErased(Subject subject) {
        super("The key of %s has been destroyed".formatted(subject.name()));
    }
}
