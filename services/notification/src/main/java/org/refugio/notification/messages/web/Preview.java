package org.refugio.notification.messages.web;

import java.util.Optional;
import org.refugio.contracts.Channel;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.delivery.MessageComposer;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Component;

/** Shows staff the text of a message, without the person's link. */
@Component
class Preview {

    private static final String NO_LINK = "…";

    private final ReminderPlans plans;
    private final Contacts contacts;
    private final MessageComposer composer;

    Preview(ReminderPlans plans, Contacts contacts, MessageComposer composer) {
        this.plans = plans;
        this.contacts = contacts;
        this.composer = composer;
    }

    /** Empty when the appointment has been rescheduled, because the text would show the new date. */
    Optional<String> of(Send send) {
        String language = contacts.find(send.caseId()).map(Contact::language).orElse(Languages.shipped().fallback());
        return plans.find(send.appointmentId()).map(ReminderPlan::appointment)
                .filter(each -> each.revision() == send.revision())
                .flatMap(each -> composer.compose(send, language, each, NO_LINK))
                .map(text -> send.channel() == Channel.SMS ? text.sms() : text.email());
    }
}
