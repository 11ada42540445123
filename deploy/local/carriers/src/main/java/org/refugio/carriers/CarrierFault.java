package org.refugio.carriers;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a carrier behaves, so that a test sees what a bad day does to a sender. */
public enum CarrierFault {
    /** Takes every message. */
    @JsonProperty("ok")
    OK,
    /** Says no to every message; nothing is kept. */
    @JsonProperty("refuse")
    REFUSE,
    /** Never answers; nothing is kept. */
    @JsonProperty("timeout")
    TIMEOUT,
    /** Keeps the message, then drops the connection without an answer. */
    @JsonProperty("drop-after-accept")
    DROP_AFTER_ACCEPT
}
