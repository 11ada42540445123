package org.refugio.launcher;

/** Something the person at the keyboard can put right; its message is the one line that they see. */
final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LauncherException(String line) {
        super(line);
    }
}
