package org.refugio.notification.replies;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.notification.ledger.Choice;
import org.refugio.notification.replies.PhoneConversation.Question;
import org.refugio.notification.replies.interpretation.Interpretation;
import org.refugio.notification.replies.interpretation.ReplyInterpreter;
import org.springframework.stereotype.Component;

/** Assigns a reply to an appointment. Where that is ambiguous, the person or staff decide. */
@Component
class ReplyAssignment {

    private final Replies replies;
    private final ReplyResponses responses;
    private final ReplyActions actions;

    ReplyAssignment(Replies replies, ReplyResponses responses, ReplyActions actions) {
        this.replies = replies;
        this.responses = responses;
        this.actions = actions;
    }

    /** A reply that was recorded before keeps its meaning, whatever has changed since. */
    void receive(IncomingReply incoming) {
        replies.find(incoming.replyId()).ifPresentOrElse(recorded -> actions.complete(recorded, incoming),
                () -> assign(incoming));
    }

    private void assign(IncomingReply incoming) {
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
