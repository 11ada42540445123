package org.refugio.notification.replies;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.carriers.IncomingText;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.ledger.Choice;
import org.refugio.notification.replies.PhoneConversation.Question;
import org.refugio.notification.replies.interpretation.Interpretation;
import org.refugio.notification.replies.interpretation.ReplyInterpreter;
import org.refugio.notification.replies.unknown.UnknownSenders;
import org.springframework.stereotype.Component;

/** Assigns a text message to a person and an appointment. Where that is ambiguous, the person or staff decide. */
@Component
class SmsReplyHandler implements IncomingSmsListener {

    private final Contacts contacts;
    private final UnknownSenders unknownSenders;
    private final Replies replies;
    private final ToldAppointments told;
    private final ReplyResponses responses;
    private final ReplyActions actions;
    private final DomainClock clock;

    SmsReplyHandler(Contacts contacts, UnknownSenders unknownSenders, Replies replies, ToldAppointments told,
            ReplyResponses responses,
            ReplyActions actions, DomainClock clock) {
        this.contacts = contacts;
        this.unknownSenders = unknownSenders;
        this.replies = replies;
        this.told = told;
        this.responses = responses;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public void onSms(IncomingText message) {
        List<Contact> matching = contacts.findByPhone(message.from()); // none that was erased
        String token = contacts.token(message.from());
        String id = MessageIdentity.of(message, token);
        if (matching.isEmpty()) {
            unknownSenders.receive(id, token, message);
            return;
        }
        IncomingReply incoming = new IncomingReply(id, matching, told.find(matching, token), token, message.text(),
                clock.instant());
        replies.find(id).ifPresentOrElse(recorded -> actions.complete(recorded, incoming), () -> handle(incoming));
    }

    private void handle(IncomingReply incoming) {
        Interpretation answer = ReplyInterpreter.of(incoming.text());
        switch (answer.meaning()) {
            case OPT_OUT -> actions.optOut(incoming);
            case CONFIRMS -> answer(incoming, answer.code(), ReplyMeaning.CONFIRMS);
            case WANTS_CHANGE -> answer(incoming, answer.code(), ReplyMeaning.WANTS_CHANGE);
            case CHOICE -> answer(incoming, answer.code(), null);
            case CANCELS -> actions.askWhatToCancel(incoming);
            case OPT_IN -> actions.optIn(incoming);
            case UNCLEAR -> actions.forwardToStaff(incoming);
        }
    }

    private void answer(IncomingReply incoming, String code, ReplyMeaning meaning) {
        if (code != null) {
            answerQuestion(incoming, code, meaning);
        } else {
            answerBare(incoming, meaning);
        }
    }

    /** An answer to the date that the question named: if it has changed since, staff decide. */
    private void answerQuestion(IncomingReply incoming, String code, ReplyMeaning meaning) {
        Optional<Reply> asked = responses.question(incoming).map(Question::reply).flatMap(replies::find);
        Optional<ToldAppointment> chosen = asked.flatMap(question -> question.choices().stream()
                .filter(each -> each.code().equals(code)).findFirst()).flatMap(each -> open(incoming, each));
        chosen.ifPresentOrElse(
                about -> actions.apply(incoming, about, meaning == null ? asked.get().wanted() : meaning),
                () -> actions.forwardToStaff(incoming));
    }

    private static Optional<ToldAppointment> open(IncomingReply incoming, Choice choice) {
        return incoming.told().stream().filter(each -> each.isOpen(incoming.at()))
                .filter(each -> each.appointment().appointmentId().equals(choice.appointmentId())
                        && each.appointment().revision() == choice.revision())
                .findFirst();
    }

    /**
     * What a bare answer can mean: an open appointment of which it changes the answer. Where the number was not yet told
     * the date that an appointment has now, the answer may be about the old one.
     */
    private void answerBare(IncomingReply incoming, ReplyMeaning meaning) {
        List<ToldAppointment> open = incoming.told().stream().filter(each -> each.isOpen(incoming.at())).toList();
        List<ToldAppointment> unanswered = open.stream().filter(each -> !each.isAnswered(meaning)).toList();
        List<ToldAppointment> candidates = unanswered.isEmpty() ? open : unanswered;
        boolean allCurrent = open.stream().allMatch(ToldAppointment::isCurrent);
        if (allCurrent && candidates.size() == 1) {
            actions.apply(incoming, candidates.getFirst(), meaning);
        } else if (allCurrent && candidates.size() > 1 && responses.mayAsk(incoming, candidates)) {
            actions.ask(incoming, byDate(candidates), meaning);
        } else {
            actions.forwardToStaff(incoming);
        }
    }

    private static List<ToldAppointment> byDate(List<ToldAppointment> candidates) {
        Comparator<ToldAppointment> date = Comparator.comparing(each -> each.appointment().start());
        return candidates.stream().sorted(date).toList();
    }
}
