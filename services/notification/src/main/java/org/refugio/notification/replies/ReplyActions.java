package org.refugio.notification.replies;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.Event;
import org.refugio.contracts.NotificationEvent.OptedOut;
import org.refugio.contracts.NotificationEvent.ReplyReceived;
import org.refugio.contracts.NotificationEvent.ReplyUnclear;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.Choice;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.notification.replies.PhoneConversation.Question;
import org.refugio.notification.replies.interpretation.Meaning;
import org.refugio.notification.replies.interpretation.ReplyInterpreter;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** Records what a reply means, and applies its effects. A reply that is delivered again changes nothing. */
@Component
class ReplyActions {

    private final Replies replies;
    private final ReplyResponses responses;
    private final Contacts contacts;
    private final ReminderPlans plans;
    private final Privacy privacy;

    ReplyActions(Replies replies, ReplyResponses responses, Contacts contacts, ReminderPlans plans, Privacy privacy) {
        this.replies = replies;
        this.responses = responses;
        this.contacts = contacts;
        this.plans = plans;
        this.privacy = privacy;
    }

    /** The reply is also shown to staff, who see that a person does not get messages any more. */
    void optOut(IncomingReply incoming) {
        contacts.optOut(incoming.phoneToken(), incoming.contacts(), incoming.at());
        byOffice(incoming).forEach((id, people) -> replies.add(reply(id, incoming, people, null, Meaning.OPT_OUT, true),
                people.stream().map(each -> new OptedOut(id, each.caseId(), each.office(), Channel.SMS, incoming.at()))
                        .toArray(Event[]::new)));
    }

    /** The reply is also shown to staff. */
    void optIn(IncomingReply incoming) {
        contacts.optIn(incoming.phoneToken(), incoming.contacts(), incoming.at());
        forwardToStaff(incoming);
    }

    void forwardToStaff(IncomingReply incoming) {
        fileForStaff(incoming);
        responses.acknowledgeUnclear(incoming);
    }

    /** One item for each office, because staff of an office do not see the cases of another. */
    private void fileForStaff(IncomingReply incoming) {
        byOffice(incoming).forEach((id, people) -> {
            Reply reply = reply(id, incoming, people, null, Meaning.UNCLEAR, true);
            replies.add(reply, unclear(reply));
        });
    }

    /** Asks the person which of these appointments the reply is about; staff read it until that is answered. */
    void ask(IncomingReply incoming, List<ToldAppointment> candidates, ReplyMeaning meaning) {
        List<Choice> choices = responses.choices(candidates);
        Reply reply = reply(incoming.replyId(), incoming, List.of(candidates.getFirst().contact()), null,
                Meaning.UNCLEAR, true).asking(choices, meaning);
        replies.add(reply, unclear(reply));
        responses.ask(incoming, candidates.getFirst(), choices);
    }

    /** Staff read it, and the person is told how to say which of the two it is. */
    void askWhatToCancel(IncomingReply incoming) {
        fileForStaff(incoming);
        responses.askWhatToCancel(incoming);
    }

    /** The reply is about this appointment. */
    void apply(IncomingReply incoming, ToldAppointment about, ReplyMeaning meaning) {
        AppointmentDetails appointment = about.appointment();
        boolean confirms = meaning == ReplyMeaning.CONFIRMS;
        replies.add(
                reply(incoming.replyId(), incoming, List.of(about.contact()), appointment.appointmentId(),
                        Meaning.valueOf(meaning.name()), !confirms),
                event(incoming.replyId(), appointment, confirms, Channel.SMS, incoming.at()));
        plans.answeredHere(appointment.appointmentId(), appointment.revision(), ReminderPlan.answerOf(meaning));
        responses.question(incoming).map(Question::reply).ifPresent(asked -> {
            replies.settle(asked);
            responses.answered(incoming, asked);
        });
        responses.acknowledge(incoming, about);
    }

    /** Completes what may have been interrupted by a crash when the reply was delivered first. */
    void complete(Reply recorded, IncomingReply incoming) {
        switch (Meaning.valueOf(recorded.meaning())) {
            case OPT_OUT -> contacts.optOut(incoming.phoneToken(), incoming.contacts(), recorded.receivedAt());
            case CONFIRMS, WANTS_CHANGE -> incoming.told().stream()
                    .filter(each -> each.appointment().appointmentId().equals(recorded.appointmentId())).findFirst()
                    .ifPresent(about -> responses.acknowledge(incoming, about));
            case UNCLEAR, CHOICE, CANCELS, OPT_IN -> {
                if (ReplyInterpreter.of(incoming.text()).meaning() == Meaning.CANCELS) {
                    askWhatToCancel(incoming);
                } else if (recorded.choices().isEmpty()) {
                    forwardToStaff(incoming);
                } else {
                    incoming.told().stream().filter(each -> each.contact().caseId().equals(recorded.caseId()))
                            .findFirst().ifPresent(first -> responses.ask(incoming, first, recorded.choices()));
                }
            }
        }
    }

    static ReplyReceived event(String replyId, AppointmentDetails appointment, boolean confirms,
            Channel channel, Instant at) {
        return new ReplyReceived(replyId, appointment.caseId(), appointment.office(), appointment.appointmentId(),
                appointment.revision(), confirms ? ReplyMeaning.CONFIRMS : ReplyMeaning.WANTS_CHANGE, channel, at);
    }

    private static ReplyUnclear unclear(Reply reply) {
        return new ReplyUnclear(reply.replyId(), reply.caseId(), reply.office(), reply.text(), reply.channel(),
                reply.receivedAt());
    }

    /** The people of each office, under the id of their reply: that of the message in the office written from last. */
    private static Map<String, List<Contact>> byOffice(IncomingReply incoming) {
        Map<String, List<Contact>> offices = incoming.byLatest().stream()
                .collect(Collectors.groupingBy(Contact::office, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Contact>> found = new LinkedHashMap<>();
        offices.forEach((office, people) -> found.put(found.isEmpty()
                ? incoming.replyId()
                : DerivedIds.derived(incoming.replyId(), office), people));
        return found;
    }

    private Reply reply(String id, IncomingReply incoming, List<Contact> people, String appointmentId, Meaning meaning,
            boolean unread) {
        Contact first = people.getFirst();
        List<String> others = people.stream().skip(1).map(Contact::caseId).toList();
        return new Reply(id, first.caseId(), first.office(), appointmentId, meaning.name(),
                privacy.seal(Subject.ofCase(first.caseId()), incoming.text()), Channel.SMS, unread, incoming.at())
                .withOtherCases(others);
    }
}
