package org.refugio.messaging.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.observability.TracePropagation;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes right after each write, and finds again what a crash or a silent broker left behind. Within this process one
 * aggregate is published by one thread at a time, so its events leave in order.
 */
public final class Outbox implements OutboxPublisher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final int AT_ONCE = 16;
    private static final int SWEEP_BATCH = 500;
    /** Younger ones are most likely on their way by the thread that wrote them. */
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(2);

    private final EventCodec codec;
    private final TracePropagation trace;
    private final OutboxRelay relay;
    private final long epoch;
    private final Set<MongoCollection<Document>> collections = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> again = new ConcurrentHashMap<>();
    private final Map<String, String> swept = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Outbox(EventCodec codec, TracePropagation trace, OutboxRelay relay, long epoch) {
        this.epoch = epoch;
        this.codec = codec;
        this.trace = trace;
        this.relay = relay;
    }

    /** Watch a collection: its sparse index finds what is pending without looking at anything else. */
    public void watch(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending(AggregateDocument.PENDING), new IndexOptions().sparse(true));
        collections.add(collection);
    }

    @Override
    public EventCodec codec() {
        return codec;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public String traceparent() {
        return trace.current();
    }

    @Override
    public void soon(MongoCollection<Document> collection, String id, boolean anything) {
        if (anything) {
            enqueue(collection, id);
        }
    }

    private void enqueue(MongoCollection<Document> collection, String id) {
        String name = collection.getNamespace().getCollectionName() + "|" + id;
        if (again.put(name, true) == null) {
            boolean begun = false;
            try {
                threads.execute(() -> publishWhileAsked(collection, id, name));
                begun = true;
            } catch (RejectedExecutionException e) {
                // closing: what is durable is found by the next start
            } finally {
                if (!begun) {
                    again.remove(name);
                }
            }
        }
    }

    private void publishWhileAsked(MongoCollection<Document> collection, String id, String name) {
        places.acquireUninterruptibly();
        try {
            do {
                again.replace(name, false);
                relay.publish(collection, id);
            } while (!again.remove(name, false));
        } catch (RuntimeException | Error e) { // an Error too: else nobody would ever publish this one again
            again.remove(name);
            LOG.atWarn().addKeyValue("aggregate", id).addKeyValue("fault", e.getClass().getSimpleName())
                    .log("events stay in the outbox and will be published later");
        } finally {
            places.release();
        }
    }

    /**
     * Publish what was left behind. Called about once a second; takes up in each collection where it ended before, so that
     * some that cannot leave do not hide the others.
     */
    public void sweep() {
        Date before = Date.from(Instant.now().minus(LEFT_BEHIND));
        for (MongoCollection<Document> collection : collections) {
            String name = collection.getNamespace().getCollectionName();
            List<Document> found = StoreExceptionTranslator.guarded(() -> collection
                    .find(Filters.and(Filters.eq(AggregateDocument.PENDING, true),
                            Filters.gt("_id", swept.getOrDefault(name, ""))))
                    .projection(Projections.include(AggregateDocument.PENDING_AT)).sort(Sorts.ascending("_id"))
                    .limit(SWEEP_BATCH)
                    .into(new ArrayList<>()));
            swept.put(name, found.size() < SWEEP_BATCH ? "" : found.getLast().getString("_id"));
            found.stream().filter(each -> !each.getDate(AggregateDocument.PENDING_AT).after(before))
                    .forEach(each -> enqueue(collection, each.getString("_id")));
        }
    }

    /** How many aggregates have unsent events. */
    public long pending() {
        return collections.stream().mapToLong(
                each -> StoreExceptionTranslator
                        .guarded(() -> each.countDocuments(Filters.eq(AggregateDocument.PENDING, true))))
                .sum();
    }

    /** Since when the oldest of them waits. */
    public Optional<Instant> oldest() {
        return collections.stream()
                .map(each -> StoreExceptionTranslator
                        .guarded(() -> each.find(Filters.eq(AggregateDocument.PENDING, true))
                                .projection(Projections.include(AggregateDocument.PENDING_AT))
                                .sort(Sorts.ascending(AggregateDocument.PENDING_AT))
                                .first()))
                .filter(java.util.Objects::nonNull).map(each -> each.getDate(AggregateDocument.PENDING_AT).toInstant())
                .min(java.util.Comparator.naturalOrder());
    }

    @Override
    public void close() {
        threads.close();
    }
}
