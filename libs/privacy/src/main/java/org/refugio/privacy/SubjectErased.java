package org.refugio.privacy;

/** Somebody wants to seal new data of a subject whose key was destroyed. Trying again cannot succeed. */
public class SubjectErased extends RuntimeException {

    public SubjectErased(Subject subject) {
        super("The key of %s was destroyed".formatted(subject.name()));
    }
}
