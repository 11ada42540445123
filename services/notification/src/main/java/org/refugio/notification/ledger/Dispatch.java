package org.refugio.notification.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.calls.Calls;
import org.refugio.notification.carriers.CarrierRefused;
import org.refugio.notification.carriers.CarrierUnclear;
import org.refugio.notification.standing.Standing;
import org.springframework.stereotype.Component;

/**
 * Takes what is pending to the carriers. Right before, scheduling is asked whether the appointment still stands as the
 * message says; without an answer the message waits while it is useful, and then goes to a person.
 */
@Component
class Dispatch {

    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration STANDS_FOR = Duration.ofMillis(1500);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(15);
    private static final int MOST_ATTEMPTS = 6;

    private final Sends sends;
    private final Standing standing;
    private final Handover handover;
    private final Calls calls;
    private final DomainClock clock;

    Dispatch(Sends sends, Standing standing, Handover handover, Calls calls, DomainClock clock) {
        this.sends = sends;
        this.standing = standing;
        this.handover = handover;
        this.calls = calls;
        this.clock = clock;
    }

    /** One round; how many entries moved. */
    int round() {
        Instant machine = Instant.now();
        List<Send> pending = sends.queued(Send.QUEUE_PENDING, BATCH).stream()
                .filter(each -> each.notBefore() == null || each.notBefore().isBefore(machine)).toList();
        int moved = 0;
        for (List<Send> some : portions(pending)) {
            moved += round(some);
        }
        return moved;
    }

    /** Those whose call was hit by a crash: nobody knows whether they left, so a person is asked. */
    void sweep() {
        Instant machine = Instant.now();
        sends.queued(Send.QUEUE_SENDING, BATCH).stream().filter(each -> each.leaseUntil().isBefore(machine))
                .forEach(each -> unknown(each));
    }

    private static List<List<Send>> portions(List<Send> all) {
        int size = 25; // small enough that the answer about the first is still fresh for the last
        return java.util.stream.IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size))).toList();
    }

    private int round(List<Send> some) {
        List<Send> useful = some.stream().filter(this::stillUseful).toList();
        Map<Standing.Asked, Boolean> stands = new HashMap<>();
        long asked = System.nanoTime();
        List<Standing.Asked> questions = useful.stream().filter(Dispatch::needsStanding).map(Dispatch::question)
                .distinct().toList();
        if (!questions.isEmpty()) {
            Optional<Map<Standing.Asked, Boolean>> answer = standing.ask(questions);
            if (answer.isEmpty()) {
                return 0; // scheduling does not answer: they wait
            }
            stands.putAll(answer.get());
        }
        int moved = some.size() - useful.size();
        for (Send each : useful) {
            if (needsStanding(each) && !stands.getOrDefault(question(each), false)) {
                sends.settle(each, Send.Status.SKIPPED, "no-longer-stands");
                moved++;
            } else if (Duration.ofNanos(System.nanoTime() - asked).compareTo(STANDS_FOR) < 0) {
                moved += send(each);
            }
        }
        return moved;
    }

    private boolean stillUseful(Send send) {
        if (send.usefulUntil().isAfter(clock.instant())) {
            return true;
        }
        needCall(send, "message-too-late");
        sends.settle(send, Send.Status.FAILED, "too-late");
        return false;
    }

    private int send(Send send) {
        if (!sends.claim(send, Instant.now().plus(LEASE))) {
            return 0;
        }
        try {
            Optional<String> impossible = handover.deliver(send);
            if (impossible.isPresent()) {
                needCall(send, impossible.get());
                sends.settle(send, Send.Status.FAILED, impossible.get());
            } else {
                sends.settle(send, Send.Status.SENT, null);
            }
        } catch (CarrierRefused e) {
            refused(send, e);
        } catch (CarrierUnclear e) {
            unknown(send);
        }
        return 1;
    }

    private void refused(Send send, CarrierRefused refusal) {
        if (refusal.mayPass() && send.attempts() + 1 < MOST_ATTEMPTS) {
            sends.putBack(send, Instant.now().plus(RETRY_AFTER.multipliedBy(send.attempts() + 1L)), refusal.reason());
        } else {
            needCall(send, "message-failed");
            sends.settle(send, Send.Status.FAILED, refusal.reason());
        }
    }

    private void unknown(Send send) {
        needCall(send, "message-unknown");
        sends.settle(send, Send.Status.UNKNOWN, "call-interrupted");
    }

    private void needCall(Send send, String why) {
        if (send.kind() != MessageKind.ANSWER_RECEIVED) {
            calls.need(send.sendId() + "-call", send.caseId(), send.office(), send.appointmentId(), why);
        }
    }

    private static boolean needsStanding(Send send) {
        return switch (send.kind()) {
            case CONFIRMATION, REMINDER_7_DAYS, REMINDER_2_DAYS, REMINDER_2_HOURS, CHANGE_NOTICE -> true;
            case CANCELLATION_NOTICE, ANSWER_RECEIVED -> false; // they speak of what has happened
        };
    }

    private static Standing.Asked question(Send send) {
        return new Standing.Asked(send.appointmentId(), send.revision());
    }
}
