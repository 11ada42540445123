package org.refugio.messaging.repository;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.contracts.Event;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.outbox.OutboxPublisher;

/**
 * The stored form of an aggregate: {@code {_id, version, seq, state, outbox, pending?, pendingAt?, commands, answered?,
 * applied?}}. Only this class reads or writes these fields, apart from the outbox, which clears what it has published.
 */
public final class AggregateDocument {

    static final String VERSION = "version";
    public static final String SEQUENCE = "seq";
    static final String STATE = "state";
    public static final String OUTBOX = "outbox";
    public static final String PENDING = "pending";
    public static final String PENDING_AT = "pendingAt";
    static final String COMMANDS = "commands";
    static final String APPLIED = "applied";
    static final String ANSWERED = "answered";

    /** The number of commands that are kept with their outcomes; of earlier ones only the digest of the key is kept. */
    private static final int RECORDED_COMMANDS = 50;

    /**
     * In bytes of UTF-8, as the broker counts, and below its limit of 1 MiB: an event that the broker never accepts would
     * block all later events of its aggregate.
     */
    private static final int MAX_EVENT_BYTES = 500_000;

    private static final int DIGEST_DIGITS = 16;

    private AggregateDocument() {
    }

    static long version(Document document) {
        return ((Number) document.get(VERSION)).longValue();
    }

    public static long sequence(Document document) {
        return ((Number) document.get(SEQUENCE)).longValue();
    }

    /** What a command that left the aggregate in this state receives. */
    static CommandReceipt receipt(Document document) {
        return new CommandReceipt(document.getString("_id"), version(document),
                EventPosition.of(EpochMarker.of(document).epoch(), sequence(document)));
    }

    /** The recorded command with this key, with its outcome. */
    static Optional<Document> recordedCommand(Document document, CommandKey key) {
        return document.getList(COMMANDS, Document.class, List.of()).stream()
                .filter(each -> key.key().equals(each.getString("key"))).findFirst();
    }

    /** Whether a command with this key was ever executed. */
    static boolean wasExecuted(Document document, CommandKey key) {
        return recordedCommand(document, key).isPresent()
                || document.getList(ANSWERED, String.class, List.of()).contains(digest(key.key()));
    }

    static Document command(CommandKey key, CommandReceipt receipt) {
        return new Document("key", key.key()).append("fingerprint", key.fingerprint())
                .append(VERSION, receipt.version()).append(SEQUENCE, receipt.sequence());
    }

    /** The sequence of the last event from this source that was applied; 0 when there was none. */
    static long lastApplied(Document document, String sourceField) {
        Document applied = document.get(APPLIED, Document.class);
        Number last = applied == null ? null : (Number) applied.get(sourceField);
        return last == null ? 0 : last.longValue();
    }

    /** The field of a source aggregate in {@code applied}. Field names may not contain a dot or start with a dollar sign. */
    static String sourceField(EventOrigin source) {
        return source.producer() + ":" + source.aggregate().replace('.', '_').replace('$', '_');
    }

    /**
     * The outbox entries of these events.
     *
     * @throws StoreRejectedWrite when one of them is too large for the broker
     */
    static List<Document> outboxEntries(List<Event> events, long lastSequence, String key, OutboxPublisher outbox,
            EpochMarker epoch) {
        List<Document> entries = new ArrayList<>(events.size());
        long sequence = lastSequence;
        for (Event event : events) {
            String data = outbox.codec().encode(event);
            if (data.getBytes(StandardCharsets.UTF_8).length > MAX_EVENT_BYTES) {
                throw new StoreRejectedWrite(StoreRejectedWrite.TOO_LARGE);
            }
            entries.add(epoch.writeTo(new Document(SEQUENCE, ++sequence).append("type", EventCodec.wireName(event))
                    .append("key", key).append("time", Date.from(Instant.now()))
                    .append("traceparent", outbox.traceparent())
                    .append("data", data)));
        }
        return entries;
    }

    static Document newDocument(String id, Document state, List<Document> entries, EpochMarker epoch) {
        Document document = epoch
                .writeTo(new Document("_id", id).append(VERSION, 1L).append(SEQUENCE, (long) entries.size())
                        .append(STATE, state).append(OUTBOX, entries).append(COMMANDS, List.of()));
        if (!entries.isEmpty()) {
            document.append(PENDING, true).append(PENDING_AT, new Date());
        }
        return document;
    }

    /** Matches the document only while it has the version that was read. */
    static Bson sameVersion(Document document) {
        return Filters.and(Filters.eq("_id", document.getString("_id")), Filters.eq(VERSION, version(document)));
    }

    static List<Bson> updates(Document document, Document state, List<Document> entries, EpochMarker epoch) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set(STATE, state));
        updates.add(Updates.set(VERSION, version(document) + 1));
        if (!entries.isEmpty()) {
            updates.add(Updates.set(SEQUENCE, sequence(document) + entries.size()));
            updates.add(Updates.pushEach(OUTBOX, entries));
            updates.add(Updates.set(PENDING, true));
            updates.add(Updates.set(PENDING_AT, new Date()));
            epoch.writeTo(new Document()).forEach((name, value) -> updates.add(Updates.set(name, value)));
        }
        return updates;
    }

    /** Records a command with its outcome. The oldest recorded command beyond the limit is reduced to its digest. */
    static Bson recordCommand(Document document, Document command) {
        List<Document> recorded = document.getList(COMMANDS, Document.class, List.of());
        Bson append = Updates.pushEach(COMMANDS, List.of(command), new PushOptions().slice(-RECORDED_COMMANDS));
        List<String> dropped = recorded.subList(0, Math.max(0, recorded.size() + 1 - RECORDED_COMMANDS)).stream()
                .map(each -> digest(each.getString("key"))).toList();
        return dropped.isEmpty() ? append : Updates.combine(append, Updates.pushEach(ANSWERED, dropped));
    }

    private static String digest(String key) {
        return DerivedIds.derived("command", key).substring(0, DIGEST_DIGITS);
    }
}
