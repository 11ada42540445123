package org.refugio.notification.replies;

import java.time.Instant;
import java.util.List;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.contracts.Sealed;
import org.refugio.notification.ledger.Choice;

/**
 * A person's stored reply. There is one of a message, even if several people have its number.
 *
 * @param caseId the case of the person; where several have the number, of the one who was written to last
 * @param text sealed; null where there is none
 * @param unread whether staff still have to read it
 * @param otherCases further cases of the office with this number, which it may be about
 * @param choices what the person was asked to choose from, because of this reply
 * @param wanted what the reply says about one of the choices
 */
public record Reply(String replyId, String caseId, String office, String appointmentId, String meaning, Sealed text,
        Channel channel, boolean unread, Instant receivedAt, List<String> otherCases, List<Choice> choices,
        ReplyMeaning wanted) {

    public Reply {
        // replies of before one could be about several cases have none
        otherCases = otherCases == null ? List.of() : List.copyOf(otherCases);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** A reply of one person, about this appointment if there is one. */
    Reply(String replyId, String caseId, String office, String appointmentId, String meaning, Sealed text,
            Channel channel, boolean unread, Instant receivedAt) {
        this(replyId, caseId, office, appointmentId, meaning, text, channel, unread, receivedAt, List.of(), List.of(),
                null);
    }

    Reply withOtherCases(List<String> cases) {
        return new Reply(replyId, caseId, office, appointmentId, meaning, text, channel, unread, receivedAt, cases,
                choices, wanted);
    }

    /** The person is asked which of these the reply is about. */
    Reply asking(List<Choice> asked, ReplyMeaning meaningOfReply) {
        return new Reply(replyId, caseId, office, appointmentId, meaning, text, channel, unread, receivedAt, otherCases,
                asked, meaningOfReply);
    }

    Reply read() {
        return new Reply(replyId, caseId, office, appointmentId, meaning, text, channel, false, receivedAt, otherCases,
                choices, wanted);
    }
}
