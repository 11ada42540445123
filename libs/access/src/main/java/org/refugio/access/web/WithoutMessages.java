package org.refugio.access.web;

/** Where something failed, by class and line only: messages of exceptions carry the values that people typed. */
final class WithoutMessages extends Exception {

    private WithoutMessages(Throwable original, Throwable cause) {
        super(original.getClass().getName(), cause);
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable original) {
        return original == null ? null : new WithoutMessages(original, of(original.getCause()));
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
