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

/** What follows from an answer. */
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

    /** A person reads it too: some write CANCELAR and mean the appointment. */
    void silence(IncomingReply answer) {
        contacts.optOut(answer.contact().caseId(), answer.channel());
        replies.keep(reply(answer, null, ReplyInterpreter.OPT_OUT.name(), true),
                new OptedOut(answer.replyId(), answer.contact().caseId(),
                        answer.contact().office(), answer.channel(), answer.at()));
    }

    void unclear(IncomingReply answer) {
        Reply reply = reply(answer, null, ReplyInterpreter.UNCLEAR.name(), true);
        replies.keep(reply, new ReplyUnclear(answer.replyId(), answer.contact().caseId(), answer.contact().office(),
                reply.text(), answer.channel(), answer.at()));
    }

    void about(IncomingReply answer, ReminderPlan plan, ReplyInterpreter meaning) {
        boolean confirms = meaning == ReplyInterpreter.CONFIRMS;
        AppointmentDetails appointment = plan.appointment();
        replies.keep(reply(answer, appointment.appointmentId(), meaning.name(), !confirms),
                event(answer.replyId(), appointment, confirms, answer.channel(), answer.at()));
        if (phones.mayAcknowledge(answer.phoneToken(), answer.replyId(), Instant.now())) {
            ledger.acknowledge(appointment, answer.replyId(), answer.contact(), answer.channel());
        }
    }

    /** The applicant's page was used: the same as an answer by SMS. */
    public void onPage(AppointmentDetails appointment, ReplyMeaning meaning, String replyId, Instant at) {
        boolean confirms = meaning == ReplyMeaning.CONFIRMS;
        replies.keep(
                new Reply(replyId, appointment.caseId(), appointment.office(), appointment.appointmentId(),
                        meaning.name(), null, Channel.EMAIL, !confirms, at),
                event(replyId, appointment, confirms, Channel.EMAIL, at));
    }

    private static ReplyReceived event(String replyId, AppointmentDetails appointment, boolean confirms,
            Channel channel, Instant at) {
        return new ReplyReceived(replyId, appointment.caseId(), appointment.office(), appointment.appointmentId(),
                appointment.revision(), confirms ? ReplyMeaning.CONFIRMS : ReplyMeaning.WANTS_CHANGE, channel, at);
    }

    private Reply reply(IncomingReply answer, String appointmentId, String meaning, boolean unread) {
        Sealed text = privacy.seal(Subject.ofCase(answer.contact().caseId()), answer.text());
        return new Reply(answer.replyId(), answer.contact().caseId(), answer.contact().office(), appointmentId, meaning,
                text, answer.channel(), unread, answer.at());
    }
}
