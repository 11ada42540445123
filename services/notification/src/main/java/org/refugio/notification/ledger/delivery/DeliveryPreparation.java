package org.refugio.notification.ledger.delivery;

import java.util.Optional;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.carriers.Carrier;
import org.refugio.notification.carriers.Carriers;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.FailureReasons;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedgerWriter;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.notification.templates.MessageTemplates;
import org.springframework.stereotype.Component;

/** Puts the address and the words together at the last moment. They are kept nowhere. */
@Component
class DeliveryPreparation {

    private final ReminderPlans plans;
    private final Contacts contacts;
    private final MessageComposer wordings;
    private final Carriers carriers;

    DeliveryPreparation(ReminderPlans plans, Contacts contacts, MessageComposer wordings, Carriers carriers) {
        this.plans = plans;
        this.contacts = contacts;
        this.wordings = wordings;
        this.carriers = carriers;
    }

    /** What there is to hand over. */
    sealed interface Prepared {
    }

    /** Everything but the call. */
    record Ready(Runnable call) implements Prepared {}

    /** The carrier cannot be reached at all now: no call was made. */
    record Later() implements Prepared {}

    /** Nothing is to be handed over, for this reason. */
    record Nothing(Send.Status end, String reason) implements Prepared {}

    Prepared prepare(Send send) {
        Optional<ReminderPlan> plan = plans.find(send.appointmentId());
        Optional<Contact> contact = contacts.find(send.caseId());
        if (plan.isEmpty() || contact.isEmpty() || !speaksOf(plan.get().appointment(), send)) {
            return new Nothing(Send.Status.SKIPPED, FailureReasons.NO_LONGER_STANDS);
        }
        if (!contact.get().allows(send.channel())) {
            return new Nothing(Send.Status.SKIPPED, FailureReasons.OPTED_OUT);
        }
        String to = SendLedgerWriter.address(contacts.details(contact.get()).orElse(new ContactDetails(null, null)),
                send.channel());
        if (to == null) {
            return new Nothing(Send.Status.FAILED, FailureReasons.NO_ADDRESS);
        }
        return ready(send, to, plan.get(), contact.get());
    }

    private Prepared ready(Send send, String to, ReminderPlan plan, Contact contact) {
        Carrier carrier = carriers.of(send.channel());
        if (!carrier.isReachable()) {
            return new Later();
        }
        MessageTemplates.Words words = wordings.of(send.kind(), contact.language(), plan.appointment());
        return new Ready(() -> carrier.send(to, words.subject(), send.channel() == Channel.SMS
                ? words.sms()
                : words.email()));
    }

    /** Words are made of the appointment as it is known now: it must be the date that the message was made for. */
    private static boolean speaksOf(AppointmentDetails known, Send send) {
        return known.revision() == send.revision() || send.kind() == MessageKind.CANCELLATION_NOTICE
                || send.kind() == MessageKind.ANSWER_RECEIVED;
    }
}
