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

/** Opens an entry on every channel that the person agreed to; where there is none, somebody is asked to call. */
@Component
public class SendLedgerWriter {

    private static final String NO_CHANNEL = "no-channel";

    private final SendLedger sends;
    private final Contacts contacts;
    private final Calls calls;
    private final WakeUpSignals nudges;
    private final DomainClock clock;

    SendLedgerWriter(SendLedger sends, Contacts contacts, Calls calls, WakeUpSignals nudges, DomainClock clock) {
        this.sends = sends;
        this.contacts = contacts;
        this.calls = calls;
        this.nudges = nudges;
        this.clock = clock;
    }

    /** What the notice says, to this person. Doing it again changes nothing. */
    public void open(AppointmentDetails appointment, PlannedMessage notice, Contact contact) {
        if (!enter(appointment, notice, contact, Send.Status.PENDING)) {
            calls.need(EscalationPolicy.taskOf(appointment.appointmentId(), notice.revision(), notice.kind()),
                    contact.caseId(), contact.office(), appointment.appointmentId(), NO_CHANNEL);
        }
    }

    /** The notice's time went by unseen: the log shows it, and nothing leaves. */
    public void passed(AppointmentDetails appointment, PlannedMessage notice, Contact contact) {
        enter(appointment, notice, contact, Send.Status.SKIPPED);
    }

    /** An acknowledgement of this answer. */
    public void acknowledge(AppointmentDetails appointment, String replyId, Contact contact, Channel channel) {
        sends.open(new Send(replyId + "-acknowledged", appointment.caseId(), appointment.office(),
                appointment.appointmentId(), appointment.revision(), MessageKind.ANSWER_RECEIVED, channel,
                contact.zone(), Send.Status.PENDING, Send.pending(channel), 0, appointment.start(), null, null, null,
                clock.instant()));
        nudges.nudge(channel);
    }

    private boolean enter(AppointmentDetails appointment, PlannedMessage notice, Contact contact, Send.Status status) {
        ContactDetails details = contacts.details(contact).orElse(new ContactDetails(null, null));
        boolean pending = status == Send.Status.PENDING;
        boolean any = false;
        for (Channel channel : Channel.values()) {
            if (contact.allows(channel) && address(details, channel) != null) {
                sends.open(new Send(
                        Send.idOf(appointment.appointmentId(), notice.revision(), notice.kind(), channel),
                        appointment.caseId(), appointment.office(), appointment.appointmentId(), notice.revision(),
                        notice.kind(), channel, contact.zone(), status, pending ? Send.pending(channel) : null, 0,
                        notice.usefulUntil(), null, null, pending ? null : FailureReasons.TOO_LATE, clock.instant()));
                nudges.nudge(channel);
                any = true;
            }
        }
        return any;
    }

    public static String address(ContactDetails details, Channel channel) {
        return switch (channel) {
            case SMS -> details.phone();
            case EMAIL -> details.email();
        };
    }
}
