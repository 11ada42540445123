package org.refugio.notification.replies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.refugio.notification.ledger.Choice;
import org.refugio.notification.ledger.SendLedgerWriter;
import org.refugio.notification.replies.PhoneConversation.Question;
import org.refugio.notification.replies.interpretation.ReplyInterpreter;
import org.springframework.stereotype.Component;

/** Responds to replies, within the limits of the conversation. */
@Component
class ReplyResponses {

    private final PhoneConversations phones;
    private final SendLedgerWriter ledger;

    ReplyResponses(PhoneConversations phones, SendLedgerWriter ledger) {
        this.phones = phones;
        this.ledger = ledger;
    }

    /** The person learns that the answer has arrived. */
    void acknowledge(IncomingReply incoming, ToldAppointment about) {
        if (phones.mayRespond(incoming.phoneToken(), incoming.replyId(), Instant.now())) {
            ledger.acknowledge(about.appointment(), incoming.replyId(), about.contact());
        }
    }

    /** As {@link #acknowledge}; an automatic responder sends the same text again. */
    void acknowledgeUnclear(IncomingReply incoming) {
        incoming.told().stream().findFirst().filter(_ -> mayRespondToUnclear(incoming))
                .ifPresent(latest -> ledger.acknowledge(latest.appointment(), incoming.replyId(), latest.contact()));
    }

    /**
     * Asks whether the appointment or the messages are meant. Where no appointment can be answered about, the reply is only
     * acknowledged.
     */
    void askWhatToCancel(IncomingReply incoming) {
        Optional<ToldAppointment> open = incoming.told().stream()
                .filter(each -> each.isOpen(incoming.at()) && each.isCurrent()).findFirst();
        if (open.isEmpty()) {
            acknowledgeUnclear(incoming);
        } else if (mayRespondToUnclear(incoming)) {
            ledger.ask(open.get().appointment(), incoming.replyId(), open.get().contact(), List.of());
        }
    }

    private boolean mayRespondToUnclear(IncomingReply incoming) {
        return phones.mayRespondToUnclear(incoming.phoneToken(), incoming.replyId(), incoming.text(), Instant.now());
    }

    /** Whether the person can be asked which of these appointments the reply is about. */
    boolean mayAsk(IncomingReply incoming, List<ToldAppointment> candidates) {
        return candidates.size() <= ReplyInterpreter.CODES.size()
                && phones.mayAsk(incoming.phoneToken(), incoming.replyId(), Instant.now());
    }

    void ask(IncomingReply incoming, ToldAppointment first, List<Choice> choices) {
        ledger.ask(first.appointment(), incoming.replyId(), first.contact(), choices);
    }

    /** The appointments with their codes. */
    List<Choice> choices(List<ToldAppointment> candidates) {
        return IntStream.range(0, candidates.size()).mapToObj(each -> new Choice(ReplyInterpreter.CODES.get(each),
                candidates.get(each).appointment().appointmentId(), candidates.get(each).appointment().revision()))
                .toList();
    }

    Optional<Question> question(IncomingReply incoming) {
        return phones.question(incoming.phoneToken());
    }

    void answered(IncomingReply incoming, String questionReply) {
        phones.answered(incoming.phoneToken(), questionReply);
    }
}
