package org.refugio.contracts;

/** The channel of a message. */
public enum Channel {
    SMS,
    EMAIL
}
