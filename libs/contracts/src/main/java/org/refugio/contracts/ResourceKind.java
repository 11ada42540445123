package org.refugio.contracts;

/** The kind of a resource that an appointment can need. */
public enum ResourceKind {
    LAWYER,
    INTERPRETER,
    ROOM
}
