package org.refugio.notification.ledger.delivery;

import java.util.List;
import java.util.Optional;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.ledger.Choice;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.links.ApplicantLinks;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.notification.templates.MessageTemplates;
import org.refugio.notification.templates.MessageTemplates.CodedDate;
import org.refugio.notification.templates.MessageTemplates.Text;
import org.springframework.stereotype.Component;

/** Composes the text of a message. */
@Component
public class MessageComposer {

    private final MessageTemplates templates;
    private final ApplicantLinks links;
    private final ReminderPlans plans;

    MessageComposer(MessageTemplates templates, ApplicantLinks links, ReminderPlans plans) {
        this.templates = templates;
        this.links = links;
        this.plans = plans;
    }

    /**
     * The text in the person's language; an e-mail has a new link to the applicant page. Empty when an appointment of a
     * question has another date by now.
     */
    public Optional<Text> compose(Send send, Contact contact, AppointmentDetails appointment) {
        return compose(send, contact.language(), appointment,
                hasLink(send) ? links.issue(appointment, contact) : "");
    }

    /** Not about what no longer stands: its links have ended. */
    private static boolean hasLink(Send send) {
        return send.channel() == Channel.EMAIL && send.kind() != MessageKind.CANCELLATION_NOTICE;
    }

    /** As {@link #compose(Send, Contact, AppointmentDetails)}, with another text in the place of the link. */
    public Optional<Text> compose(Send send, String language, AppointmentDetails appointment, String link) {
        if (send.choices().isEmpty()) {
            return Optional.of(templates.render(send.kind(), language, appointment, link));
        }
        List<CodedDate> dates = send.choices().stream().flatMap(each -> date(each).stream()).toList();
        return dates.size() == send.choices().size()
                ? Optional.of(templates.question(language, dates))
                : Optional.empty();
    }

    private Optional<CodedDate> date(Choice choice) {
        return plans.find(choice.appointmentId()).filter(ReminderPlan::standing).map(ReminderPlan::appointment)
                .filter(each -> each.revision() == choice.revision())
                .map(each -> new CodedDate(choice.code(), each.localStart()));
    }
}
