package org.refugio.messaging.consumer;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.messaging.failure.TransientFailure;

/**
 * The cursors that the records of one poll advance. They are written together, before the offsets of the poll are committed:
 * after a crash in between the records are delivered again, and their effects change nothing.
 */
final class CursorBatch {

    private final ConsumerCursors cursors;
    private final Map<String, Advance> advances = new ConcurrentHashMap<>();

    /** Of one cursor, over one or more events. */
    record Advance(String cursor, long last, long next) {}

    CursorBatch(ConsumerCursors cursors) {
        this.cursors = cursors;
    }

    /** The position that this batch gives the cursor; empty when it has not advanced it. */
    OptionalLong last(String cursor) {
        Advance advance = advances.get(cursor);
        return advance == null ? OptionalLong.empty() : OptionalLong.of(advance.next());
    }

    void advance(String cursor, long last, long next) {
        advances.merge(cursor, new Advance(cursor, last, next),
                (known, _) -> new Advance(cursor, known.last(), next));
    }

    /**
     * Writes this cursor now.
     *
     * @throws TransientFailure as below
     */
    void write(String cursor) {
        Advance advance = advances.remove(cursor);
        if (advance != null) {
            cursors.write(List.of(advance));
        }
    }

    /**
     * Writes all cursors.
     *
     * @throws TransientFailure when the store does not respond, or when a cursor is not where this process knew it: the
     *         records must be delivered again
     */
    void write() {
        cursors.write(List.copyOf(advances.values()));
        advances.clear();
    }
}
