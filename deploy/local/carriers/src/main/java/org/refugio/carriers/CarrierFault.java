package org.refugio.carriers;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The behaviour of a carrier, for tests of a sender under failures. */
public enum CarrierFault {
    /** Accepts every message. */
    @JsonProperty("ok")
    OK,
    /** Does not offer SMTPUTF8 and rejects addresses beyond ASCII. For text messages the same as OK. */
    @JsonProperty("no-smtputf8")
    NO_SMTPUTF8,
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
