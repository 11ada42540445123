package org.refugio.notification.ledger.delivery;

import java.util.Optional;
import org.refugio.addresses.PhoneNumber;
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

/** Resolves the address and composes the text right before the call. Neither is stored. */
@Component
class DeliveryPreparation {

    private final ReminderPlans plans;
    private final Contacts contacts;
    private final MessageComposer composer;
    private final Carriers carriers;

    DeliveryPreparation(ReminderPlans plans, Contacts contacts, MessageComposer composer, Carriers carriers) {
        this.plans = plans;
        this.contacts = contacts;
        this.composer = composer;
        this.carriers = carriers;
    }

    /** The result of the preparation. */
    sealed interface Prepared {
    }

    /** The carrier call can be made. */
    record Ready(String carrier, String addressToken, Runnable call) implements Prepared {}

    /** No carrier of the channel can be reached now; no call was made. */
    record Unreachable() implements Prepared {}

    /** The message must not be sent, for this reason. */
    record NotDeliverable(Send.Status status, String reason) implements Prepared {}

    Prepared prepare(Send send) {
        Optional<ReminderPlan> plan = plans.find(send.appointmentId());
        Optional<Contact> contact = contacts.find(send.caseId());
        if (plan.isEmpty() || contact.isEmpty() || !isAboutRevision(plan.get().appointment(), send)) {
            return new NotDeliverable(Send.Status.SKIPPED, FailureReasons.NO_LONGER_VALID);
        }
        if (!contacts.allows(contact.get(), send.channel())) {
            return new NotDeliverable(Send.Status.SKIPPED, FailureReasons.OPTED_OUT);
        }
        String to = SendLedgerWriter.addressOn(contacts.details(contact.get()).orElse(new ContactDetails(null, null)),
                send.channel());
        if (to == null) {
            return new NotDeliverable(Send.Status.FAILED, FailureReasons.NO_ADDRESS);
        }
        return ready(send, to, plan.get(), contact.get());
    }

    private Prepared ready(Send send, String to, ReminderPlan plan, Contact contact) {
        Optional<MessageTemplates.Text> text = composer.compose(send, contact, plan.appointment());
        if (text.isEmpty()) {
            return new NotDeliverable(Send.Status.SKIPPED, FailureReasons.NO_LONGER_VALID);
        }
        Optional<Carrier> reachable = carriers.candidates(send.channel(), send.rejections()).stream()
                .filter(Carrier::isReachable).findFirst();
        if (reachable.isEmpty()) {
            return new Unreachable();
        }
        Carrier carrier = reachable.get();
        String body = send.channel() == Channel.SMS ? text.get().sms() : text.get().email();
        return new Ready(carrier.name(), addressToken(send, to), () -> carrier.send(to, text.get().subject(), body));
    }

    /** By it a later reply is assigned to what this number was told. */
    private String addressToken(Send send, String to) {
        return send.channel() == Channel.SMS
                ? PhoneNumber.ofInternational(to).map(contacts::token).orElse(null)
                : null;
    }

    /** The text is composed from the current appointment, which must be the revision that the message is about. */
    private static boolean isAboutRevision(AppointmentDetails appointment, Send send) {
        return appointment.revision() == send.revision() || send.kind() == MessageKind.CANCELLATION_NOTICE
                || send.isResponse();
    }
}
