package org.refugio.notification.ledger;

import java.util.Optional;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ContactDetails;
import org.refugio.notification.applicant.ApplicantLinks;
import org.refugio.notification.carriers.EmailCarrier;
import org.refugio.notification.carriers.SmsCarrier;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.plans.Plan;
import org.refugio.notification.plans.Plans;
import org.refugio.notification.templates.Templates;
import org.springframework.stereotype.Component;

/** Puts the words together at the last moment and hands them to the carrier. They are kept nowhere. */
@Component
class Handover {

    private final Plans plans;
    private final Contacts contacts;
    private final Templates templates;
    private final ApplicantLinks links;
    private final Carriers carriers;

    Handover(Plans plans, Contacts contacts, Templates templates, ApplicantLinks links, Carriers carriers) {
        this.plans = plans;
        this.contacts = contacts;
        this.templates = templates;
        this.links = links;
        this.carriers = carriers;
    }

    /** Both carriers. */
    @Component
    record Carriers(SmsCarrier sms, EmailCarrier email) {}

    /** Empty when the carrier took it; otherwise why there is nothing to hand over. */
    Optional<String> deliver(Send send) {
        Optional<Plan> plan = plans.find(send.appointmentId());
        Optional<Contact> contact = contacts.find(send.caseId());
        if (plan.isEmpty() || contact.isEmpty()) {
            return Optional.of("nothing-known");
        }
        if (!contact.get().allows(send.channel())) {
            return Optional.of("no-consent");
        }
        String to = Ledger.address(contacts.details(contact.get()).orElse(new ContactDetails(null, null)),
                send.channel());
        if (to == null) {
            return Optional.of("no-address");
        }
        AppointmentDetails appointment = plan.get().appointment();
        Templates.Words words = templates.words(send.kind(), contact.get().language(), appointment,
                links.linkTo(appointment));
        switch (send.channel()) {
            case SMS -> carriers.sms().send(to, words.sms());
            case EMAIL -> carriers.email().send(to, words.subject(), words.email());
        }
        return Optional.empty();
    }
}
