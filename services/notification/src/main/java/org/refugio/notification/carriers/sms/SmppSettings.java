package org.refugio.notification.carriers.sms;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The message centre.
 *
 * @param sender the sender that the phone shows; it must not reveal the organisation
 * @param messageIdTag the parameter of a message from a phone in which the centre gives its id of the message
 * @param timestampTag the one in which it gives the time, used where there is no id; null where there is none. Without both
 * a message that is delivered again is stored again
 */
@Validated
@ConfigurationProperties("refugio.carriers.smpp")
record SmppSettings(@NotBlank String host, int port, @NotBlank String systemId, @NotBlank String password,
        @NotBlank String sender, @DefaultValue(SmppSettings.RECEIPTED_MESSAGE_ID) Integer messageIdTag,
        Integer timestampTag) {

    /** {@code receipted_message_id} (SMPP 3.4, 5.3.2.12), which most centres use. */
    static final String RECEIPTED_MESSAGE_ID = "30";
}
