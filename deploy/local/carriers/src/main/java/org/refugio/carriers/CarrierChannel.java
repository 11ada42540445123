package org.refugio.carriers;

/** What a message came by. */
public enum CarrierChannel {
    SMS,
    EMAIL
}
