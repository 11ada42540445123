package org.refugio.messaging.outbox;

import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/**
 * The outbox of an aggregate, complete.
 *
 * @param records in the order of their sequence
 * @param sequence the sequence of the aggregate's last event
 */
public record PendingEvents(List<OutgoingRecord> records, long sequence) {

    /** @param entries as stored */
    public static PendingEvents of(String aggregate, List<Document> entries, long sequence) {
        return new PendingEvents(entries.stream().map(entry -> OutgoingRecord.of(aggregate, entry))
                .sorted(Comparator.comparingLong(OutgoingRecord::sequence)).toList(), sequence);
    }
}
