package org.refugio.procedure;

/** A procedure file does not hold together. */
public class InvalidProcedureFile extends RuntimeException {

    public InvalidProcedureFile(String file, int line, String why) {
        super("%s%s: %s".formatted(file, line > 0 ? " line " + line : "", why));
    }
}
