package org.refugio.carriers;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a message went to the person or came from the person. */
public enum MessageDirection {
    @JsonProperty("to-phone")
    TO_PHONE,
    @JsonProperty("from-phone")
    FROM_PHONE,
    @JsonProperty("to-mailbox")
    TO_MAILBOX
}
