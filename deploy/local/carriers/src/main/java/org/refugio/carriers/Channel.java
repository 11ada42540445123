package org.refugio.carriers;

/** What a message came by. */
public enum Channel {
    SMS, EMAIL
}
