package org.refugio.notification.carriers.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.refugio.contracts.Sealed;

/**
 * A message of which parts have arrived.
 *
 * @param queue {@link #WAITING} until it is handed on; then null
 * @param number distinguishes messages of one phone with the same reference
 * @param head what all parts have in common, sealed
 * @param parts the octets of the text by the number of the part, sealed; empty once it was handed on
 * @param since in machine time
 */
record PartialMessage(String id, String queue, int number, int total, byte coding, Sealed head,
        Map<Integer, Sealed> parts, Instant since) {

    static final String WAITING = "waiting";

    /** Parts that come later than this belong to another message, because phones use references again. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    PartialMessage {
        parts = parts == null ? Map.of() : new TreeMap<>(parts);
    }

    boolean isWaiting() {
        return WAITING.equals(queue);
    }

    boolean isComplete() {
        return parts.size() == total;
    }

    boolean isOver(Instant now) {
        return !since.plus(LONGEST).isAfter(now);
    }

    PartialMessage with(int index, Sealed octets) {
        Map<Integer, Sealed> all = new TreeMap<>(parts);
        all.putIfAbsent(index, octets);
        return new PartialMessage(id, queue, number, total, coding, head, all, since);
    }

    PartialMessage handedOn() {
        return new PartialMessage(id, null, number, total, coding, head, Map.of(), since);
    }
}
