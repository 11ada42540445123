package org.refugio.launcher;

/** A problem that the operator can solve; the message is the only line that is printed. */
final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LauncherException(String line) {
        super(line);
    }
}
