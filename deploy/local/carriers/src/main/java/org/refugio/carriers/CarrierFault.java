package org.refugio.carriers;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The behaviour of a carrier, for tests of a sender under failures. */
public enum CarrierFault {
    /** Accepts every message. */
    @JsonProperty("ok")
    OK,
    /** Rejects every message; stores nothing. */
    @JsonProperty("refuse")
    REFUSE,
    /** Never replies; stores nothing. */
    @JsonProperty("timeout")
    TIMEOUT,
    /** Stores the message, then closes the connection without a reply. */
    @JsonProperty("drop-after-accept")
    DROP_AFTER_ACCEPT
}
