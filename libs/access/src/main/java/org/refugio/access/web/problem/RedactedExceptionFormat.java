package org.refugio.access.web.problem;

/** A copy of an exception for the log, with its classes and stack frames only: messages can contain the user's input. */
public final class RedactedExceptionFormat extends Exception {

    private RedactedExceptionFormat(Throwable original, Throwable cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    /** The copy, with copies of the causes; null for null. */
    public static Throwable of(Throwable original) {
        return original == null ? null : new RedactedExceptionFormat(original, of(original.getCause()));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
