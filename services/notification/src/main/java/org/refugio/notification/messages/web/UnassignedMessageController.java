package org.refugio.notification.messages.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.Unconditional;
import org.refugio.access.web.input.PageNumber;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.notification.replies.unknown.UnassignedMessage;
import org.refugio.notification.replies.unknown.UnassignedMessages;
import org.refugio.privacy.Privacy;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/unassigned-messages")
class UnassignedMessageController {

    private final UnassignedMessages messages;
    private final Privacy privacy;

    UnassignedMessageController(UnassignedMessages messages, Privacy privacy) {
        this.messages = messages;
        this.privacy = privacy;
    }

    /** A message from a number that belongs to no case; {@code office} is null where its line belongs to none. */
    record UnassignedMessageView(String messageId, String office, String sender, String text, Instant receivedAt) {}

    /** Those to the lines of the caller's offices, and those to lines of no office. */
    @GetMapping
    @RequiresPermission(Permission.READ_MESSAGES)
    MessagePage<UnassignedMessageView> unassigned(Caller caller,
            @PageNumber(size = MessagePage.SIZE) @RequestParam(defaultValue = "0") int page) {
        Set<String> offices = new HashSet<>(caller.officesFor(Permission.READ_MESSAGES));
        offices.add(UnassignedMessage.NO_OFFICE);
        return MessagePage.of(messages.unread(offices, page * MessagePage.SIZE, MessagePage.SIZE + 1), page,
                this::view);
    }

    @PostMapping("/{messageId}/read")
    @Unconditional("A message never changes, and stays read")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    ResponseEntity<CommandReceipt> read(Caller caller, CommandKey key, @PathVariable String messageId) {
        UnassignedMessage message = messages.find(messageId).orElseThrow(NotVisible::new);
        if (!message.office().equals(UnassignedMessage.NO_OFFICE)) {
            caller.require(Permission.ANSWER_MESSAGES, message.office());
        } else if (caller.officesFor(Permission.ANSWER_MESSAGES).isEmpty()) {
            throw new NotVisible();
        }
        return CommandResponses.of(messages.markRead(messageId, key));
    }

    private UnassignedMessageView view(UnassignedMessage message) {
        return new UnassignedMessageView(message.messageId(),
                message.office().equals(UnassignedMessage.NO_OFFICE) ? null : message.office(),
                privacy.open(message.sender()).orElse(null), privacy.open(message.text()).orElse(null),
                message.receivedAt());
    }
}
