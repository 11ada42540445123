package org.refugio.notification.ledger.delivery;

import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.links.ApplicantLinks;
import org.refugio.notification.templates.MessageTemplates.Text;
import org.refugio.notification.templates.MessageTemplates;
import org.springframework.stereotype.Component;

/** Composes the text of a message, with the person's link to the applicant page. */
@Component
public class MessageComposer {

    private final MessageTemplates templates;
    private final ApplicantLinks links;

    MessageComposer(MessageTemplates templates, ApplicantLinks links) {
        this.templates = templates;
        this.links = links;
    }

    /** The text of this kind of message in this language. */
    public Text compose(MessageKind kind, String language, AppointmentDetails appointment) {
        return templates.render(kind, language, appointment, links.linkTo(appointment));
    }
}
