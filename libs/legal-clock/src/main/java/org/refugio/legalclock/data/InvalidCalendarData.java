package org.refugio.legalclock.data;

/** A data file was refused. */
public final class InvalidCalendarData extends RuntimeException {

    private final String file;
    private final int line;
    private final String reason;

    /**
     * @param file relative to the directory that is read
     * @param line from 1; 0 when the file as a whole is concerned
     */
    public InvalidCalendarData(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** Relative to the directory that is read, for instance {@code calendars/comar.txt}. */
    public String file() {
        return file;
    }

    /** From 1; 0 when the file as a whole is concerned. */
    public int line() {
        return line;
    }

    /** What is wrong and what is expected. */
    public String reason() {
        return reason;
    }
}
