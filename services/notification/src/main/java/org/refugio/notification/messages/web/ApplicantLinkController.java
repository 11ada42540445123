package org.refugio.notification.messages.web;

import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.Unconditional;
import org.refugio.clock.DomainClock;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/applicant-links")
class ApplicantLinkController {

    private final Contacts contacts;
    private final DomainClock clock;

    ApplicantLinkController(Contacts contacts, DomainClock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Somebody else can read the person's e-mail or has the phone: no link that was sent so far opens anything. */
    @PostMapping("/{caseId}/revoke")
    @Unconditional("It revokes what was sent so far, whatever that is")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    ResponseEntity<CommandReceipt> revoke(Caller caller, CommandKey key, @PathVariable String caseId) {
        Contact contact = contacts.find(caseId).orElseThrow(NotVisible::new);
        caller.require(Permission.ANSWER_MESSAGES, contact.office());
        return CommandResponses.of(contacts.revokeLinks(caseId, key, clock.instant()));
    }
}
