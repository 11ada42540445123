package org.refugio.notification.ledger.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
import org.refugio.notification.ledger.FailureReasons;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.refugio.notification.plans.QuietHours;
import org.refugio.messaging.background.ParallelExecutor;
import org.refugio.notification.running.PollingLoop;
import org.refugio.notification.validity.AppointmentValidity;
import org.springframework.stereotype.Component;

/**
 * Dispatches pending messages to delivery attempts. Right before, scheduling is asked whether the appointment is still
 * valid at the message's revision. Without a response the message stays pending while it is useful; after that it
 * fails, and a call is requested.
 */
@Component
class MessageDispatcher implements AutoCloseable {

    private static final int BATCH = 400;

    /** Small enough that the validity of the last message has not expired when its attempt starts. */
    private static final int VALIDITY_BATCH = 100;
    private static final Duration QUIET_HOURS_DELAY = Duration.ofSeconds(1);

    private final ParallelExecutor executor = new ParallelExecutor("sending-",
            Channel.values().length * DeliveryAttempt.CONCURRENT_ATTEMPTS);
    private final SendLedger sends;
    private final AppointmentValidity validity;
    private final DeliveryAttempt attempt;
    private final DomainClock clock;

    MessageDispatcher(SendLedger sends, AppointmentValidity validity, DeliveryAttempt attempt, DomainClock clock) {
        this.sends = sends;
        this.validity = validity;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Dispatches one batch of a channel. */
    PollingLoop.Round dispatch(Channel channel) {
        List<Send> pending = new ArrayList<>(sends.findQueued(Send.pending(channel), 0, BATCH));
        Collections.shuffle(pending); // instances that process in different orders rarely compete for an entry
        int changed = 0;
        for (int from = 0; from < pending.size(); from += VALIDITY_BATCH) {
            changed += dispatchValid(pending.subList(from, Math.min(pending.size(), from + VALIDITY_BATCH)));
        }
        return changed > 0
                ? PollingLoop.Round.PROCESSED
                : pending.isEmpty() ? PollingLoop.Round.EMPTY : PollingLoop.Round.WAITING;
    }

    private int dispatchValid(List<Send> batch) {
        Instant now = clock.instant();
        List<Send> sendable = batch.stream().filter(each -> isSendable(each, now)).toList();
        Optional<Map<AppointmentValidity.Asked, Boolean>> valid = ask(sendable);
        long checkedAt = System.nanoTime();
        List<Send> checked = sendable.stream().filter(each -> valid.isPresent() || !requiresValidAppointment(each))
                .toList();
        return batch.size() - sendable.size() + executor.sum(checked, each -> isValid(each, valid)
                ? attempt.attempt(each, checkedAt)
                : finish(each, Send.Status.SKIPPED, FailureReasons.NO_LONGER_VALID));
    }

    private boolean isSendable(Send send, Instant now) {
        if (!send.usefulUntil().isAfter(now)) {
            sends.finish(send, Send.Status.FAILED, FailureReasons.TOO_LATE);
            return false;
        }
        if (!send.isResponse() && QuietHours.earliest(now, ZoneId.of(send.zone()), send.usefulUntil()).isAfter(now)) {
            sends.postpone(send, Instant.now().plus(QUIET_HOURS_DELAY), FailureReasons.QUIET_HOURS);
            return false;
        }
        return true;
    }

    private Optional<Map<AppointmentValidity.Asked, Boolean>> ask(List<Send> batch) {
        List<AppointmentValidity.Asked> questions = batch.stream().filter(MessageDispatcher::requiresValidAppointment)
                .flatMap(MessageDispatcher::questions).distinct().toList();
        return questions.isEmpty() ? Optional.of(Map.of()) : validity.ask(questions);
    }

    private static boolean isValid(Send send, Optional<Map<AppointmentValidity.Asked, Boolean>> valid) {
        return !requiresValidAppointment(send)
                || questions(send).allMatch(each -> valid.orElse(Map.of()).getOrDefault(each, false));
    }

    private int finish(Send send, Send.Status status, String reason) {
        sends.finish(send, status, reason);
        return 1;
    }

    private static boolean requiresValidAppointment(Send send) {
        return switch (send.kind()) {
            case CONFIRMATION, REMINDER_7_DAYS, REMINDER_2_DAYS, REMINDER_2_HOURS, CHANGE_NOTICE, CLARIFICATION ->
                true;
            case CANCELLATION_NOTICE, ANSWER_RECEIVED -> false; // they report a past event
        };
    }

    private static Stream<AppointmentValidity.Asked> questions(Send send) {
        return send.choices().isEmpty()
                ? Stream.of(new AppointmentValidity.Asked(send.appointmentId(), send.revision()))
                : send.choices().stream()
                        .map(each -> new AppointmentValidity.Asked(each.appointmentId(), each.revision()));
    }

    @Override
    public void close() {
        executor.close();
    }
}
