package org.refugio.carriers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The received messages, in memory and in order of arrival; the oldest are removed when there are too many. */
public final class MessageLog {

    private static final int MOST = 50_000;

    private final Deque<CarrierMessage> kept = new ArrayDeque<>();
    private final AtomicLong counter = new AtomicLong();

    /** An id that is unique within this run. */
    public String nextId() {
        return Long.toString(counter.incrementAndGet());
    }

    public synchronized void add(CarrierMessage message) {
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(message);
    }

    /** All phones and mailboxes with a message, most recent first. */
    public synchronized List<String> owners(CarrierChannel channel) {
        return kept.reversed().stream().filter(each -> each.channel() == channel).map(CarrierMessage::owner).distinct()
                .toList();
    }

    /** The messages of a phone or mailbox, oldest first; empty for an unknown one. */
    public synchronized List<CarrierMessage> of(CarrierChannel channel, String owner) {
        return kept.stream().filter(each -> each.channel() == channel && each.owner().equalsIgnoreCase(owner)).toList();
    }

    public synchronized void clear() {
        kept.clear();
    }
}
