package org.refugio.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** A response that comes later confuses more than it helps. */
    private static final Duration RESPONSE_USEFUL = Duration.ofHours(2);

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

    /** Adds an acknowledgement of this reply to the person whose appointment it is. */
    public void acknowledge(AppointmentDetails appointment, String replyId, Contact contact) {
        respond(replyId + "-acknowledged", appointment, MessageKind.ANSWER_RECEIVED, contact, List.of());
    }

    /**
     * Adds the question what this reply is about: which of these appointments, or without any, whether the appointment or
     * the messages.
     */
    public void ask(AppointmentDetails first, String replyId, Contact contact, List<Choice> choices) {
        respond(replyId + "-clarification", first, MessageKind.CLARIFICATION, contact, choices);
    }

    private void respond(String sendId, AppointmentDetails appointment, MessageKind kind, Contact contact,
            List<Choice> choices) {
        Instant now = clock.instant();
        sends.add(new Send(sendId, contact.caseId(), contact.office(), appointment.appointmentId(),
                appointment.revision(), kind, Channel.SMS, contact.zone(), Send.Status.PENDING,
                Send.pending(Channel.SMS), 0, now.plus(RESPONSE_USEFUL), null, null, null, null, now, null, choices));
        wakeUps.wakeUp(Channel.SMS);
    }

    private boolean addEntries(AppointmentDetails appointment, PlannedMessage message, Contact contact,
            Send.Status status) {
        ContactDetails details = contacts.details(contact).orElse(new ContactDetails(null, null));
        boolean pending = status == Send.Status.PENDING;
        boolean added = false;
        for (Channel channel : Channel.values()) {
            if (contacts.allows(contact, channel) && addressOn(details, channel) != null) {
                sends.add(new Send(
                        Send.idOf(appointment.appointmentId(), message.revision(), message.kind(), channel),
                        appointment.caseId(), appointment.office(), appointment.appointmentId(), message.revision(),
                        message.kind(), channel, contact.zone(), status, pending ? Send.pending(channel) : null, 0,
                        message.usefulUntil(), null, null, pending ? null : FailureReasons.TOO_LATE,
                        null, clock.instant(), null, List.of()));
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
