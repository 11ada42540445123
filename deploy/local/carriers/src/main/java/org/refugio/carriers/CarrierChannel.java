package org.refugio.carriers;

/** The channel of a message. */
public enum CarrierChannel {
    SMS,
    EMAIL
}
