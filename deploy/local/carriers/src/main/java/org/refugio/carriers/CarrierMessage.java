package org.refugio.carriers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One message that arrived here.
 *
 * @param subject of a mail; null for a text message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CarrierMessage(String id, String from, String to, String subject, String text, Instant at,
        MessageDirection direction) {

    /** The person's side: the phone or mailbox under which the message is kept. */
    @JsonIgnore
    public String owner() {
        return direction == MessageDirection.FROM_PHONE ? from : to;
    }

    @JsonIgnore
    public CarrierChannel channel() {
        return direction == MessageDirection.TO_MAILBOX ? CarrierChannel.EMAIL : CarrierChannel.SMS;
    }
}
