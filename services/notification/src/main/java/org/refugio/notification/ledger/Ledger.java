package org.refugio.notification.ledger;

import java.time.Instant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.calls.Calls;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.plans.Notice;
import org.springframework.stereotype.Component;

/** Opens an entry on every channel that the person agreed to; where there is none, somebody is asked to call. */
@Component
public class Ledger {

    private final Sends sends;
    private final Contacts contacts;
    private final Calls calls;
    private final SendLoop loop;
    private final DomainClock clock;

    Ledger(Sends sends, Contacts contacts, Calls calls, SendLoop loop, DomainClock clock) {
        this.sends = sends;
        this.contacts = contacts;
        this.calls = calls;
        this.loop = loop;
        this.clock = clock;
    }

    /** What the notice says, to this person. Doing it again changes nothing. */
    public void open(AppointmentDetails appointment, Notice notice, Contact contact) {
        ContactDetails details = contacts.details(contact).orElse(new ContactDetails(null, null));
        boolean any = false;
        for (Channel channel : Channel.values()) {
            if (contact.allows(channel) && address(details, channel) != null) {
                open(appointment, notice.kind(), notice.revision(), channel, notice.usefulUntil());
                any = true;
            }
        }
        if (!any) {
            calls.need(idOf(appointment.appointmentId(), notice.revision(), notice.kind(), null), contact.caseId(),
                    contact.office(), appointment.appointmentId(), "no-channel");
        }
    }

    /** A message on one channel about an appointment. */
    public void open(AppointmentDetails appointment, MessageKind kind, int revision, Channel channel,
            Instant usefulUntil) {
        sends.open(new Send(idOf(appointment.appointmentId(), revision, kind, channel), appointment.caseId(),
                appointment.office(), appointment.appointmentId(), revision, kind, channel, Send.Status.PENDING,
                Send.QUEUE_PENDING, 0, usefulUntil, null, null, null, clock.instant()));
        loop.nudge();
    }

    /** An acknowledgement of this answer. */
    public void acknowledge(AppointmentDetails appointment, String replyId, Channel channel) {
        sends.open(new Send(replyId + "-" + channel, appointment.caseId(), appointment.office(),
                appointment.appointmentId(), appointment.revision(), MessageKind.ANSWER_RECEIVED, channel,
                Send.Status.PENDING, Send.QUEUE_PENDING, 0, appointment.start(), null, null, null, clock.instant()));
        loop.nudge();
    }

    static String address(ContactDetails details, Channel channel) {
        return switch (channel) {
            case SMS -> details.phone();
            case EMAIL -> details.email();
        };
    }

    private static String idOf(String appointmentId, int revision, MessageKind kind, Channel channel) {
        return "%s-%d-%s-%s".formatted(appointmentId, revision, kind, channel == null ? "call" : channel);
    }
}
