package org.refugio.contracts;

/** How a message travels. */
public enum Channel {
    SMS,
    EMAIL
}
