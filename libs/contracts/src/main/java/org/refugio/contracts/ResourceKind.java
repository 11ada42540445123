package org.refugio.contracts;

/** Who or what an appointment can hold besides the person. */
public enum ResourceKind {
    LAWYER,
    INTERPRETER,
    ROOM
}
