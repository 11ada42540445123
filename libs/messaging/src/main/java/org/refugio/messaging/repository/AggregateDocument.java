package org.refugio.messaging.repository;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
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
 * The document around an aggregate's state: {@code {_id, version, seq, state, outbox, pending?, pendingAt?, commands,
 * applied}}. The one place that knows these names.
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

    /** How many commands an aggregate remembers with their answers; of the older ones it keeps the keys' digests. */
    public static final int REMEMBERED_COMMANDS = 50;

    /** In characters: a broker takes 1 MiB. One that it never takes would hold up all that its aggregate has to say. */
    private static final int LONGEST_EVENT = 500_000;

    private static final int DIGEST_DIGITS = 16;

    private AggregateDocument() {
    }

    static long version(Document document) {
        return ((Number) document.get(VERSION)).longValue();
    }

    public static long sequence(Document document) {
        return ((Number) document.get(SEQUENCE)).longValue();
    }

    static CommandReceipt saved(Document document) {
        return new CommandReceipt(document.getString("_id"), version(document),
                EventPosition.of(EpochMarker.of(document).epoch(), sequence(document)));
    }

    /** The answer that this command got before, if it did. */
    static Optional<Document> recorded(Document document, CommandKey key) {
        return document.getList(COMMANDS, Document.class, List.of()).stream()
                .filter(each -> key.key().equals(each.getString("key"))).findFirst();
    }

    /** Whether this command was ever carried out. */
    static boolean answered(Document document, CommandKey key) {
        return recorded(document, key).isPresent()
                || document.getList(ANSWERED, String.class, List.of()).contains(digest(key.key()));
    }

    static Document command(CommandKey key, CommandReceipt saved) {
        return new Document("key", key.key()).append("fingerprint", key.fingerprint())
                .append(VERSION, saved.version()).append(SEQUENCE, saved.sequence());
    }

    static long applied(Document document, String source) {
        Document applied = document.get(APPLIED, Document.class);
        Number last = applied == null ? null : (Number) applied.get(source);
        return last == null ? 0 : last.longValue();
    }

    /** The name of a source aggregate inside {@code applied}; a field name must not hold a dot or start with a dollar. */
    static String sourceName(EventOrigin source) {
        return source.producer() + ":" + source.aggregate().replace('.', '_').replace('$', '_');
    }

    static List<Document> entries(List<Event> events, long after, String key, OutboxPublisher publishing,
            EpochMarker standing) {
        List<Document> entries = new ArrayList<>(events.size());
        long sequence = after;
        for (Event event : events) {
            String data = publishing.codec().encode(event);
            if (data.length() > LONGEST_EVENT) {
                throw new StoreRejectedWrite(StoreRejectedWrite.TOO_LARGE);
            }
            entries.add(standing.into(new Document(SEQUENCE, ++sequence).append("type", EventCodec.wireName(event))
                    .append("key", key).append("time", Date.from(Instant.now()))
                    .append("traceparent", publishing.traceparent())
                    .append("data", data)));
        }
        return entries;
    }

    static Document fresh(String id, Document state, List<Document> entries, EpochMarker standing) {
        Document document = standing
                .into(new Document("_id", id).append(VERSION, 1L).append(SEQUENCE, (long) entries.size())
                        .append(STATE, state).append(OUTBOX, entries).append(COMMANDS, List.of()));
        if (!entries.isEmpty()) {
            document.append(PENDING, true).append(PENDING_AT, new Date());
        }
        return document;
    }

    static Bson seen(Document document) {
        return Filters.and(Filters.eq("_id", document.getString("_id")), Filters.eq(VERSION, version(document)));
    }

    static List<Bson> replacing(Document document, Document state, List<Document> entries, EpochMarker standing) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set(STATE, state));
        updates.add(Updates.set(VERSION, version(document) + 1));
        if (!entries.isEmpty()) {
            updates.add(Updates.set(SEQUENCE, sequence(document) + entries.size()));
            updates.add(Updates.pushEach(OUTBOX, entries));
            updates.add(Updates.set(PENDING, true));
            updates.add(Updates.set(PENDING_AT, new Date()));
            standing.into(new Document()).forEach((name, value) -> updates.add(Updates.set(name, value)));
        }
        return updates;
    }

    /** Among the last ones with its answer; whose place it takes is kept as a digest. */
    static Bson remember(Document document, Document command) {
        List<Document> known = document.getList(COMMANDS, Document.class, List.of());
        Bson remembered = Updates.pushEach(COMMANDS, List.of(command), new PushOptions().slice(-REMEMBERED_COMMANDS));
        List<String> leaving = known.subList(0, Math.max(0, known.size() + 1 - REMEMBERED_COMMANDS)).stream()
                .map(each -> digest(each.getString("key"))).toList();
        return leaving.isEmpty()
                ? remembered
                : Updates.combine(remembered, Updates.pushEach(ANSWERED, leaving));
    }

    private static String digest(String key) {
        return DerivedIds.derived("command", key).substring(0, DIGEST_DIGITS);
    }
}
