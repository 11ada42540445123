package org.refugio.notification.ledger.delivery;

import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.links.ApplicantLinks;
import org.refugio.notification.templates.MessageTemplates.Words;
import org.refugio.notification.templates.MessageTemplates;
import org.springframework.stereotype.Component;

/** A message in words, with the person's own link in it. */
@Component
public class MessageComposer {

    private final MessageTemplates templates;
    private final ApplicantLinks links;

    MessageComposer(MessageTemplates templates, ApplicantLinks links) {
        this.templates = templates;
        this.links = links;
    }

    /** As it leaves, or would. */
    public Words of(MessageKind kind, String language, AppointmentDetails appointment) {
        return templates.words(kind, language, appointment, links.linkTo(appointment));
    }
}
