package org.refugio.notification.ledger;

import org.refugio.clock.DomainClock;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.calls.Calls;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.delivery.EscalationPolicy;
import org.refugio.notification.ledger.delivery.WakeUpSignals;
import org.refugio.notification.plans.PlannedMessage;
import org.springframework.stereotype.Component;

/** Adds an entry for every channel that the person consented to; where there is none, a call is requested. */
@Component
public class SendLedgerWriter {

    private static final String NO_CHANNEL = "no-channel";

    private final SendLedger sends;
    private final Contacts contacts;
    private final Calls calls;
    private final WakeUpSignals wakeUps;
    private final DomainClock clock;

    SendLedgerWriter(SendLedger sends, Contacts contacts, Calls calls, WakeUpSignals wakeUps, DomainClock clock) {
        this.sends = sends;
        this.contacts = contacts;
        this.calls = calls;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /** Adds the message for this person. Repeating it has no effect. */
    public void enqueue(AppointmentDetails appointment, PlannedMessage message, Contact contact) {
        if (!addEntries(appointment, message, contact, Send.Status.PENDING)) {
            calls.request(EscalationPolicy.callTaskId(appointment.appointmentId(), message.revision(), message.kind()),
                    contact.caseId(), contact.office(), appointment.appointmentId(), NO_CHANNEL);
        }
    }

    /** Records that the message was not sent in time. */
    public void recordSkipped(AppointmentDetails appointment, PlannedMessage message, Contact contact) {
        addEntries(appointment, message, contact, Send.Status.SKIPPED);
    }

    /** Adds an acknowledgement of this reply. */
    public void acknowledge(AppointmentDetails appointment, String replyId, Contact contact, Channel channel) {
        sends.add(new Send(replyId + "-acknowledged", appointment.caseId(), appointment.office(),
                appointment.appointmentId(), appointment.revision(), MessageKind.ANSWER_RECEIVED, channel,
                contact.zone(), Send.Status.PENDING, Send.pending(channel), 0, appointment.start(), null, null, null,
                null, clock.instant()));
        wakeUps.wakeUp(channel);
    }

    private boolean addEntries(AppointmentDetails appointment, PlannedMessage message, Contact contact,
            Send.Status status) {
        ContactDetails details = contacts.details(contact).orElse(new ContactDetails(null, null));
        boolean pending = status == Send.Status.PENDING;
        boolean added = false;
        for (Channel channel : Channel.values()) {
            if (contact.allows(channel) && addressOn(details, channel) != null) {
                sends.add(new Send(
                        Send.idOf(appointment.appointmentId(), message.revision(), message.kind(), channel),
                        appointment.caseId(), appointment.office(), appointment.appointmentId(), message.revision(),
                        message.kind(), channel, contact.zone(), status, pending ? Send.pending(channel) : null, 0,
                        message.usefulUntil(), null, null, pending ? null : FailureReasons.TOO_LATE,
                        null, clock.instant()));
                wakeUps.wakeUp(channel);
                added = true;
            }
        }
        return added;
    }

    public static String addressOn(ContactDetails details, Channel channel) {
        return switch (channel) {
            case SMS -> details.phone();
            case EMAIL -> details.email();
        };
    }
}
