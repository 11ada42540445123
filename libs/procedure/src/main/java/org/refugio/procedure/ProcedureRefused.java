package org.refugio.procedure;

/** A procedure file does not hold together. */
public class ProcedureRefused extends RuntimeException {

    public ProcedureRefused(String file, int line, String why) {
        super("%s%s: %s".formatted(file, line > 0 ? " line " + line : "", why));
    }
}
