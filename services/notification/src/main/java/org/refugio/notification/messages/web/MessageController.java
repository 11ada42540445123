package org.refugio.notification.messages.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.Unconditional;
import org.refugio.access.web.input.PageNumber;
import org.refugio.contracts.Channel;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.notification.calls.CallTask;
import org.refugio.notification.calls.Calls;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.refugio.notification.replies.Replies;
import org.refugio.notification.replies.Reply;
import org.refugio.privacy.Privacy;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1")
class MessageController {

    private final SendLedger sends;
    private final Replies replies;
    private final Calls calls;
    private final Preview preview;
    private final Privacy privacy;

    MessageController(SendLedger sends, Replies replies, Calls calls, Preview preview, Privacy privacy) {
        this.sends = sends;
        this.replies = replies;
        this.calls = calls;
        this.preview = preview;
        this.privacy = privacy;
    }

    @GetMapping("/messages")
    @RequiresPermission(Permission.READ_MESSAGES)
    MessagePage<MessageView> messages(Caller caller, @RequestParam(required = false) String office,
            @RequestParam(required = false) String caseId, @RequestParam(required = false) Send.Status state,
            @PageNumber(size = MessagePage.SIZE) @RequestParam(defaultValue = "0") int page) {
        return MessagePage.of(
                sends.page(offices(caller, office), caseId, state, page * MessagePage.SIZE, MessagePage.SIZE + 1),
                page,
                MessageView::of);
    }

    /** With its text, which is composed again because it is not stored. */
    @GetMapping("/messages/{sendId}")
    @RequiresPermission(Permission.READ_MESSAGES)
    MessageView.WithText message(Caller caller, @PathVariable String sendId) {
        Send send = sends.find(sendId).orElseThrow(NotVisible::new);
        caller.require(Permission.READ_MESSAGES, send.office());
        return new MessageView.WithText(MessageView.of(send), preview.of(send).orElse(null));
    }

    @GetMapping("/answers")
    @RequiresPermission(Permission.READ_MESSAGES)
    MessagePage<AnswerView> answers(Caller caller, @RequestParam(required = false) String office,
            @PageNumber(size = MessagePage.SIZE) @RequestParam(defaultValue = "0") int page) {
        return MessagePage.of(replies.unread(offices(caller, office), page * MessagePage.SIZE, MessagePage.SIZE + 1),
                page,
                this::view);
    }

    @PostMapping("/answers/{replyId}/read")
    @Unconditional("A reply never changes, and stays read")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    ResponseEntity<CommandReceipt> read(Caller caller, CommandKey key, @PathVariable String replyId) {
        caller.require(Permission.ANSWER_MESSAGES, replies.find(replyId).orElseThrow(NotVisible::new).office());
        return CommandResponses.of(replies.markRead(replyId, key));
    }

    @GetMapping("/calls")
    @RequiresPermission(Permission.READ_MESSAGES)
    MessagePage<CallTask> calls(Caller caller, @RequestParam(required = false) String office,
            @PageNumber(size = MessagePage.SIZE) @RequestParam(defaultValue = "0") int page) {
        return MessagePage.of(calls.findOpen(offices(caller, office), page * MessagePage.SIZE, MessagePage.SIZE + 1),
                page,
                each -> each);
    }

    @PostMapping("/calls/{taskId}/settle")
    @Unconditional("A call task never changes, and stays settled")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    ResponseEntity<CommandReceipt> settle(Caller caller, CommandKey key, @PathVariable String taskId) {
        caller.require(Permission.ANSWER_MESSAGES, calls.find(taskId).orElseThrow(NotVisible::new).office());
        return CommandResponses.of(calls.settle(taskId, key, caller.id()));
    }

    private static Set<String> offices(Caller caller, String office) {
        if (office == null) {
            return caller.officesFor(Permission.READ_MESSAGES);
        }
        caller.require(Permission.READ_MESSAGES, office);
        return Set.of(office);
    }

    /** {@code otherCases} have the same number. */
    record AnswerView(String replyId, String caseId, String office, String appointmentId, String meaning, String text,
            Channel channel, Instant receivedAt, List<String> otherCases) {}

    private AnswerView view(Reply reply) {
        return new AnswerView(reply.replyId(), reply.caseId(), reply.office(), reply.appointmentId(), reply.meaning(),
                reply.text() == null ? null : privacy.open(reply.text()).orElse(null), reply.channel(),
                reply.receivedAt(), reply.otherCases());
    }
}
