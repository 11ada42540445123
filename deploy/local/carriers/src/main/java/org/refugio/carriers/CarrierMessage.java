package org.refugio.carriers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A received message.
 *
 * @param subject of a mail; null for a text message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CarrierMessage(String id, String from, String to, String subject, String text, Instant at,
        MessageDirection direction) {

    /** The phone or mailbox of the person, under which the message is stored. */
    @JsonIgnore
    public String owner() {
        return direction == MessageDirection.FROM_PHONE ? from : to;
    }

    @JsonIgnore
    public CarrierChannel channel() {
        return direction == MessageDirection.TO_MAILBOX ? CarrierChannel.EMAIL : CarrierChannel.SMS;
    }
}
