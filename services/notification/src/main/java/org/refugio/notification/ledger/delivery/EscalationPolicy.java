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
 * Decides whether somebody must call, after a message ended otherwise than by leaving. Where nobody knows whether it left:
 * always. Where it certainly did not: unless the same was said on another channel. An entry stays in this queue until that
 * is decided, so a crash forgets nobody.
 */
@Component
public class EscalationPolicy {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final SendLedger sends;
    private final Calls calls;
    private final DomainClock clock;

    EscalationPolicy(SendLedger sends, Calls calls, DomainClock clock) {
        this.sends = sends;
        this.calls = calls;
        this.clock = clock;
    }

    public static String taskOf(String appointmentId, int revision, MessageKind kind) {
        return "%s-%d-%s-call".formatted(appointmentId, revision, kind);
    }

    /** Decide; false while another channel is still trying. */
    boolean settled(Send send) {
        if (send.status() == Send.Status.UNKNOWN) {
            call(send, "message-unknown");
        } else if (!FailureReasons.NO_LONGER_STANDS.equals(send.reason())) {
            List<Send> others = onOtherChannels(send);
            boolean said = others.stream().anyMatch(each -> each.status() == Send.Status.SENT);
            if (!said && others.stream().anyMatch(Send::isUnderWay) && isPatient(send)) {
                return false;
            }
            if (!said) {
                call(send, "message-failed");
            }
        }
        sends.over(send);
        return true;
    }

    private List<Send> onOtherChannels(Send send) {
        return Arrays.stream(Channel.values()).filter(each -> each != send.channel()).map(
                each -> sends.find(Send.idOf(send.appointmentId(), send.revision(), send.kind(), each)))
                .flatMap(Optional::stream).toList();
    }

    private boolean isPatient(Send send) {
        return send.changedAt().plus(PATIENCE).isAfter(clock.instant());
    }

    private void call(Send send, String why) {
        calls.need(taskOf(send.appointmentId(), send.revision(), send.kind()), send.caseId(), send.office(),
                send.appointmentId(), why);
    }
}
