package org.refugio.notification.replies;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.NotificationEvent.OptedOut;
import org.refugio.contracts.NotificationEvent.ReplyReceived;
import org.refugio.contracts.NotificationEvent.ReplyUnclear;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.Ids;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.Ledger;
import org.refugio.notification.plans.Plan;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** What follows from an answer. */
@Component
public class Understood {

    private final Replies replies;
    private final Contacts contacts;
    private final Ledger ledger;
    private final Privacy privacy;

    Understood(Replies replies, Contacts contacts, Ledger ledger, Privacy privacy) {
        this.replies = replies;
        this.contacts = contacts;
        this.ledger = ledger;
        this.privacy = privacy;
    }

    void silence(TextReceived.Answered answer) {
        contacts.optOut(answer.contact().caseId(), answer.channel());
        replies.keep(reply(answer, null, "SILENCE", false), new OptedOut(answer.replyId(), answer.contact().caseId(),
                answer.contact().office(), answer.channel(), answer.at()));
    }

    void unclear(TextReceived.Answered answer) {
        Reply reply = reply(answer, null, "UNCLEAR", true);
        replies.keep(reply, new ReplyUnclear(answer.replyId(), answer.contact().caseId(), answer.contact().office(),
                reply.text(), answer.channel(), answer.at()));
    }

    void about(TextReceived.Answered answer, Plan plan, Meaning meaning) {
        boolean confirms = meaning == Meaning.CONFIRMS;
        AppointmentDetails appointment = plan.appointment();
        replies.keep(reply(answer, appointment.appointmentId(), meaning.name(), !confirms),
                event(answer.replyId(), appointment, confirms, answer.channel(), answer.at()));
        // at most one in an hour to a phone: an answering machine at the other end must not start a conversation
        String hour = Instant.now().truncatedTo(ChronoUnit.HOURS).toString();
        ledger.acknowledge(appointment, Ids.derived("ack", appointment.caseId(), hour), answer.channel());
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

    private Reply reply(TextReceived.Answered answer, String appointmentId, String meaning, boolean unread) {
        Sealed text = privacy.seal(Subject.ofCase(answer.contact().caseId()), answer.text());
        return new Reply(answer.replyId(), answer.contact().caseId(), answer.contact().office(), appointmentId, meaning,
                text, answer.channel(), unread, answer.at());
    }
}
