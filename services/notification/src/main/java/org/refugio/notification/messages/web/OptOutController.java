package org.refugio.notification.messages.web;

import java.time.Instant;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.Unconditional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.contacts.NumberOptOut;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/opt-outs")
class OptOutController {

    private final Contacts contacts;
    private final DomainClock clock;

    OptOutController(Contacts contacts, DomainClock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    /** {@code since} is null where messages are sent, and for opt-outs of before their dates were recorded. */
    record OptOutView(String caseId, boolean optedOut, Instant since) {}

    /** Whether the number of the person opted out of text messages. */
    @GetMapping("/{caseId}")
    @RequiresPermission(Permission.READ_MESSAGES)
    OptOutView optOut(Caller caller, @PathVariable String caseId) {
        Contact contact = contacts.find(caseId).orElseThrow(NotVisible::new);
        caller.require(Permission.READ_MESSAGES, contact.office());
        Instant since = contacts.optOut(contact).map(NumberOptOut::since).orElse(null);
        return new OptOutView(caseId, since != null || contact.optedOut().contains(Channel.SMS), since);
    }

    /** The owner of the number has asked the office for messages again. */
    @PostMapping("/{caseId}/end")
    @Unconditional("It ends the opt-out of the number, whenever that began")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    ResponseEntity<CommandReceipt> end(Caller caller, CommandKey key, @PathVariable String caseId) {
        Contact contact = contacts.find(caseId).orElseThrow(NotVisible::new);
        caller.require(Permission.ANSWER_MESSAGES, contact.office());
        return CommandResponses.of(contacts.endOptOut(contact, key, clock.instant(), caller.id()));
    }
}
