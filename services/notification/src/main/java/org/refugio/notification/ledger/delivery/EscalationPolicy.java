package org.refugio.notification.ledger.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.calls.Calls;
import org.refugio.notification.ledger.FailureReasons;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.springframework.stereotype.Component;

/**
 * Decides whether the office must call the person after a message was not sent. If the outcome is unknown: always. If
 * it definitely failed: unless the same message was sent on another channel. An entry stays in the queue until this is
 * decided, so a crash loses none.
 */
@Component
public class EscalationPolicy {

    private static final Duration OTHER_CHANNEL_TIMEOUT = Duration.ofMinutes(15);

    private final SendLedger sends;
    private final Calls calls;
    private final DomainClock clock;

    EscalationPolicy(SendLedger sends, Calls calls, DomainClock clock) {
        this.sends = sends;
        this.calls = calls;
        this.clock = clock;
    }

    public static String callTaskId(String appointmentId, int revision, MessageKind kind) {
        return "%s-%d-%s-call".formatted(appointmentId, revision, kind);
    }

    /** Returns false while the outcome on another channel is open. */
    boolean resolve(Send send) {
        if (send.status() == Send.Status.UNKNOWN) {
            requestCall(send, "message-unknown");
        } else if (!FailureReasons.NO_LONGER_VALID.equals(send.reason())) {
            List<Send> others = onOtherChannels(send);
            boolean sentElsewhere = others.stream().anyMatch(each -> each.status() == Send.Status.SENT);
            if (!sentElsewhere && others.stream().anyMatch(Send::isInProgress) && isRecent(send)) {
                return false;
            }
            if (!sentElsewhere) {
                requestCall(send, "message-failed");
            }
        }
        sends.completeEscalation(send);
        return true;
    }

    private List<Send> onOtherChannels(Send send) {
        return Arrays.stream(Channel.values()).filter(each -> each != send.channel()).map(
                each -> sends.find(Send.idOf(send.appointmentId(), send.revision(), send.kind(), each)))
                .flatMap(Optional::stream).toList();
    }

    private boolean isRecent(Send send) {
        return send.changedAt().plus(OTHER_CHANNEL_TIMEOUT).isAfter(clock.instant());
    }

    private void requestCall(Send send, String reason) {
        calls.request(callTaskId(send.appointmentId(), send.revision(), send.kind()), send.caseId(), send.office(),
                send.appointmentId(), reason);
    }
}
