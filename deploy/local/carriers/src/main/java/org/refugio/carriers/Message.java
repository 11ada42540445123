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
public record Message(String id, String from, String to, String subject, String text, Instant at, Direction direction) {

    /** The person's side: the phone or mailbox under which the message is kept. */
    @JsonIgnore
    public String owner() {
        return direction == Direction.FROM_PHONE ? from : to;
    }

    @JsonIgnore
    public Channel channel() {
        return direction == Direction.TO_MAILBOX ? Channel.EMAIL : Channel.SMS;
    }
}
