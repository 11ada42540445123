package org.refugio.notification.ledger.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.ledger.FailureReasons;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.refugio.notification.plans.QuietHours;
import org.refugio.notification.running.ParallelExecutor;
import org.refugio.notification.validity.AppointmentValidity;
import org.springframework.stereotype.Component;

/**
 * Takes what is pending to the carriers. Right before, scheduling is asked whether the appointment still stands as the
 * message says; without an answer the message waits while it is useful, and then goes to a person.
 */
@Component
class MessageDispatcher implements AutoCloseable {

    private static final int BATCH = 400;

    /** Small enough that the answer about the first is still fresh for the last. */
    private static final int PORTION = 100;
    private static final Duration MORNING_LOOKS = Duration.ofSeconds(1);

    private final ParallelExecutor hands = new ParallelExecutor("sending-",
            Channel.values().length * DeliveryAttempt.AT_ONCE);
    private final SendLedger sends;
    private final AppointmentValidity standing;
    private final DeliveryAttempt call;
    private final DomainClock clock;

    MessageDispatcher(SendLedger sends, AppointmentValidity standing, DeliveryAttempt call, DomainClock clock) {
        this.sends = sends;
        this.standing = standing;
        this.call = call;
        this.clock = clock;
    }

    /** One round on this channel; how many entries moved. */
    int round(Channel channel) {
        List<Send> pending = new ArrayList<>(sends.queued(Send.pending(channel), 0, BATCH));
        Collections.shuffle(pending); // instances that begin at different ends seldom meet
        int moved = 0;
        for (int from = 0; from < pending.size(); from += PORTION) {
            moved += portion(pending.subList(from, Math.min(pending.size(), from + PORTION)));
        }
        return moved;
    }

    private int portion(List<Send> some) {
        Instant now = clock.instant();
        List<Send> timely = some.stream().filter(each -> isTimely(each, now)).toList();
        Optional<Map<AppointmentValidity.Asked, Boolean>> answer = ask(timely);
        long answered = System.nanoTime();
        List<Send> askable = timely.stream().filter(each -> answer.isPresent() || !needsStanding(each)).toList();
        return some.size() - timely.size() + hands.sum(askable, each -> stands(each, answer)
                ? call.attempt(each, answered)
                : ended(each, Send.Status.SKIPPED, FailureReasons.NO_LONGER_STANDS));
    }

    private boolean isTimely(Send send, Instant now) {
        if (!send.usefulUntil().isAfter(now)) {
            sends.end(send, Send.Status.FAILED, FailureReasons.TOO_LATE);
            return false;
        }
        boolean canWait = send.kind() != MessageKind.ANSWER_RECEIVED; // who has just written is awake
        if (canWait && QuietHours.earliest(now, ZoneId.of(send.zone()), send.usefulUntil()).isAfter(now)) {
            sends.postpone(send, Instant.now().plus(MORNING_LOOKS), FailureReasons.QUIET_HOURS);
            return false;
        }
        return true;
    }

    private Optional<Map<AppointmentValidity.Asked, Boolean>> ask(List<Send> some) {
        List<AppointmentValidity.Asked> questions = some.stream().filter(MessageDispatcher::needsStanding)
                .map(MessageDispatcher::question)
                .distinct().toList();
        return questions.isEmpty() ? Optional.of(Map.of()) : standing.ask(questions);
    }

    private static boolean stands(Send send, Optional<Map<AppointmentValidity.Asked, Boolean>> answer) {
        return !needsStanding(send) || answer.orElse(Map.of()).getOrDefault(question(send), false);
    }

    private int ended(Send send, Send.Status end, String reason) {
        sends.end(send, end, reason);
        return 1;
    }

    private static boolean needsStanding(Send send) {
        return switch (send.kind()) {
            case CONFIRMATION, REMINDER_7_DAYS, REMINDER_2_DAYS, REMINDER_2_HOURS, CHANGE_NOTICE -> true;
            case CANCELLATION_NOTICE, ANSWER_RECEIVED -> false; // they speak of what has happened
        };
    }

    private static AppointmentValidity.Asked question(Send send) {
        return new AppointmentValidity.Asked(send.appointmentId(), send.revision());
    }

    @Override
    public void close() {
        hands.close();
    }
}
