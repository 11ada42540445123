package org.refugio.launcher.installation;

/** A problem that the operator can solve; the message is the only line that is printed. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LauncherException(String line) {
        super(line);
    }
}
