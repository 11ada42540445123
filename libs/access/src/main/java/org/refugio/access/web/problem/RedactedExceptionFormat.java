package org.refugio.access.web.problem;

/** Where something failed, by class and line only: messages of exceptions carry the values that people typed. */
public final class RedactedExceptionFormat extends Exception {

    private RedactedExceptionFormat(Throwable original, Throwable cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    public static Throwable of(Throwable original) {
        return original == null ? null : new RedactedExceptionFormat(original, of(original.getCause()));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
