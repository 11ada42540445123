package org.refugio.notification.replies;

import java.time.Instant;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.NotificationEvent.OptedOut;
import org.refugio.contracts.NotificationEvent.ReplyReceived;
import org.refugio.contracts.NotificationEvent.ReplyUnclear;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.contracts.Sealed;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.SendLedgerWriter;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** Applies the effects of a reply. */
@Component
public class ReplyActions {

    private final Replies replies;
    private final Contacts contacts;
    private final PhoneConversations phones;
    private final SendLedgerWriter ledger;
    private final Privacy privacy;

    ReplyActions(Replies replies, Contacts contacts, PhoneConversations phones, SendLedgerWriter ledger,
            Privacy privacy) {
        this.phones = phones;
        this.replies = replies;
        this.contacts = contacts;
        this.ledger = ledger;
        this.privacy = privacy;
    }

    /** The reply is also shown to staff: some people write CANCELAR and mean the appointment. */
    void optOut(IncomingReply incoming) {
        contacts.optOut(incoming.contact().caseId(), incoming.channel());
        replies.add(reply(incoming, null, ReplyInterpreter.OPT_OUT.name(), true),
                new OptedOut(incoming.replyId(), incoming.contact().caseId(),
                        incoming.contact().office(), incoming.channel(), incoming.at()));
    }

    void forwardToStaff(IncomingReply incoming) {
        Reply reply = reply(incoming, null, ReplyInterpreter.UNCLEAR.name(), true);
        replies.add(reply,
                new ReplyUnclear(incoming.replyId(), incoming.contact().caseId(), incoming.contact().office(),
                        reply.text(), incoming.channel(), incoming.at()));
    }

    void apply(IncomingReply incoming, ReminderPlan plan, ReplyInterpreter meaning) {
        boolean confirms = meaning == ReplyInterpreter.CONFIRMS;
        AppointmentDetails appointment = plan.appointment();
        replies.add(reply(incoming, appointment.appointmentId(), meaning.name(), !confirms),
                event(incoming.replyId(), appointment, confirms, incoming.channel(), incoming.at()));
        if (phones.mayAcknowledge(incoming.phoneToken(), incoming.replyId(), Instant.now())) {
            ledger.acknowledge(appointment, incoming.replyId(), incoming.contact(), incoming.channel());
        }
    }

    static ReplyReceived event(String replyId, AppointmentDetails appointment, boolean confirms,
            Channel channel, Instant at) {
        return new ReplyReceived(replyId, appointment.caseId(), appointment.office(), appointment.appointmentId(),
                appointment.revision(), confirms ? ReplyMeaning.CONFIRMS : ReplyMeaning.WANTS_CHANGE, channel, at);
    }

    private Reply reply(IncomingReply incoming, String appointmentId, String meaning, boolean unread) {
        Sealed text = privacy.seal(Subject.ofCase(incoming.contact().caseId()), incoming.text());
        return new Reply(incoming.replyId(), incoming.contact().caseId(), incoming.contact().office(), appointmentId,
                meaning,
                text, incoming.channel(), unread, incoming.at());
    }
}
