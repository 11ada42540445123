package org.refugio.carriers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What arrived, in memory and in the order of arrival; the oldest go when there are too many. */
public final class MessageLog {

    private static final int MOST = 50_000;

    private final Deque<CarrierMessage> kept = new ArrayDeque<>();
    private final AtomicLong counter = new AtomicLong();

    /** An id that no other message of this run has. */
    public String nextId() {
        return Long.toString(counter.incrementAndGet());
    }

    public synchronized void add(CarrierMessage message) {
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(message);
    }

    /** Every phone or mailbox that has a message, the latest one first. */
    public synchronized List<String> owners(CarrierChannel channel) {
        return kept.reversed().stream().filter(each -> each.channel() == channel).map(CarrierMessage::owner).distinct()
                .toList();
    }

    /** The messages of one phone or mailbox, the oldest first; none for an unknown one. */
    public synchronized List<CarrierMessage> of(CarrierChannel channel, String owner) {
        return kept.stream().filter(each -> each.channel() == channel && each.owner().equalsIgnoreCase(owner)).toList();
    }

    public synchronized void clear() {
        kept.clear();
    }
}
