package org.refugio.notification.messages.web;

import java.util.Optional;
import org.refugio.contracts.Channel;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.notification.templates.MessageTemplates;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Component;

/** Shows staff the text of a message, without the person's link. */
@Component
class Preview {

    private static final String NO_LINK = "…";

    private final ReminderPlans plans;
    private final Contacts contacts;
    private final MessageTemplates templates;

    Preview(ReminderPlans plans, Contacts contacts, MessageTemplates templates) {
        this.plans = plans;
        this.contacts = contacts;
        this.templates = templates;
    }

    /** Empty when the appointment has been rescheduled, because the text would show the new date. */
    Optional<String> of(Send send) {
        String language = contacts.find(send.caseId()).map(Contact::language).orElse(Languages.shipped().fallback());
        return plans.find(send.appointmentId()).map(ReminderPlan::appointment)
                .filter(each -> each.revision() == send.revision())
                .map(each -> templates.render(send.kind(), language, each, NO_LINK))
                .map(text -> send.channel() == Channel.SMS ? text.sms() : text.email());
    }
}
