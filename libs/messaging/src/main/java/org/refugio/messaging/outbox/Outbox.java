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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.refugio.messaging.background.RecoverySweep;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.observability.TracePropagation;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.StoreEpoch;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the events of an aggregate right after the write that stored them, and {@link #sweep sweeps} up those that a
 * crash or an unavailable broker left unpublished. Within a process one thread at a time publishes the events of an
 * aggregate, so they are published in order.
 */
public final class Outbox implements OutboxPublisher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final int CONCURRENT_PUBLICATIONS = 16;
    private static final int SWEEP_BATCH = 500;
    /** Events that are younger than this are most likely being published after their write. */
    private static final Duration SWEEP_AGE = Duration.ofSeconds(2);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final EventCodec codec;
    private final TracePropagation trace;
    private final PublishedEvents published = new PublishedEvents();
    private final OutboxRelay relay;
    private final StoreEpoch epoch;
    private final Duration closeTimeout;
    private final Set<MongoCollection<Document>> collections = ConcurrentHashMap.newKeySet();
    /** The aggregates that are being published; true when another publication was requested meanwhile. */
    private final Map<String, Boolean> requestedAgain = new ConcurrentHashMap<>();
    /** The id at which the last sweep of a collection ended. */
    private final Map<String, String> sweepPositions = new ConcurrentHashMap<>();
    /** Publications of this process that failed. */
    private final AtomicLong failures = new AtomicLong();
    /** The failures before the last sweep, which found nothing; -1 when it found something, and before the first. */
    private volatile long sweptFailures = -1;
    private final Semaphore permits = new Semaphore(CONCURRENT_PUBLICATIONS);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param epoch of the store */
    public Outbox(EventCodec codec, TracePropagation trace, RecordPublisher publisher, StoreEpoch epoch) {
        this(codec, trace, publisher, epoch, CLOSE_TIMEOUT);
    }

    Outbox(EventCodec codec, TracePropagation trace, RecordPublisher publisher, StoreEpoch epoch,
            Duration closeTimeout) {
        this.closeTimeout = closeTimeout;
        this.epoch = epoch;
        this.codec = codec;
        this.trace = trace;
        this.relay = new OutboxRelay(publisher, published);
    }

    /** Includes a collection in sweeps and counts. Its sparse index contains only aggregates with pending events. */
    public void register(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending(AggregateDocument.PENDING), new IndexOptions().sparse(true));
        collections.add(collection);
    }

    @Override
    public EventCodec codec() {
        return codec;
    }

    @Override
    public StoreEpoch epoch() {
        return epoch;
    }

    @Override
    public String traceparent() {
        return trace.currentTraceparent();
    }

    @Override
    public void requestPublication(MongoCollection<Document> collection, String id, List<OutgoingRecord> pending) {
        start(collection, id, () -> relay.publish(collection, id, pending));
    }

    /** Does the same when it is not known which events are pending: they are read. */
    public void requestPublication(MongoCollection<Document> collection, String id) {
        start(collection, id, () -> relay.publish(collection, id));
    }

    /** Unless the aggregate is being published: then its outbox is read when that is done. */
    private void start(MongoCollection<Document> collection, String id, Runnable first) {
        String name = collection.getNamespace().getCollectionName() + "|" + id;
        if (requestedAgain.merge(name, false, (_, _) -> true)) {
            return;
        }
        boolean started = false;
        try {
            threads.execute(() -> publishWhileRequested(collection, id, name, first));
            started = true;
        } catch (RejectedExecutionException e) {
            failures.incrementAndGet(); // the service is stopping: the sweep after the next start publishes the events
        } finally {
            if (!started) {
                requestedAgain.remove(name);
            }
        }
    }

    private void publishWhileRequested(MongoCollection<Document> collection, String id, String name, Runnable first) {
        try {
            permits.acquire();
        } catch (InterruptedException e) { // on close
            requestedAgain.remove(name);
            failures.incrementAndGet();
            return;
        }
        try {
            first.run();
            while (!requestedAgain.remove(name, false)) {
                requestedAgain.replace(name, false);
                relay.publish(collection, id);
            }
        } catch (RuntimeException | Error e) { // after an Error, too, the aggregate must be published by a later request
            requestedAgain.remove(name);
            failures.incrementAndGet();
            LOG.atWarn().addKeyValue("aggregate", id).addKeyValue("fault", e.getClass().getSimpleName())
                    .log("events stay in the outbox and will be published later");
        } finally {
            permits.release();
        }
    }

    /**
     * Publishes events that were left unpublished. A call handles a batch of each collection and the next one continues after
     * it, so that aggregates that cannot be published do not block the others.
     *
     * @throws org.refugio.messaging.failure.TransientFailure when the store does not respond
     */
    public void sweep() {
        epoch.refresh();
        Date before = Date.from(Instant.now().minus(SWEEP_AGE));
        long failuresBefore = failures.get();
        boolean any = false;
        for (MongoCollection<Document> collection : collections) {
            String name = collection.getNamespace().getCollectionName();
            List<Document> found = StoreExceptionTranslator.execute(() -> collection
                    .find(Filters.and(Filters.eq(AggregateDocument.PENDING, true),
                            Filters.gt("_id", sweepPositions.getOrDefault(name, ""))))
                    .projection(Projections.include(AggregateDocument.PENDING_AT)).sort(Sorts.ascending("_id"))
                    .limit(SWEEP_BATCH)
                    .into(new ArrayList<>()));
            sweepPositions.put(name, found.size() < SWEEP_BATCH ? "" : found.getLast().getString("_id"));
            found.stream().filter(each -> !each.getDate(AggregateDocument.PENDING_AT).after(before))
                    .forEach(each -> requestPublication(collection, each.getString("_id")));
            any |= !found.isEmpty();
        }
        sweptFailures = any ? -1 : failuresBefore;
    }

    /** Sweeps while something was left unpublished, as far as this process knows; to be called about once a second. */
    public RecoverySweep recovery() {
        return new RecoverySweep(() -> failures.get() != sweptFailures, this::sweep);
    }

    /** The number of aggregates with unpublished events. */
    public long pending() {
        return collections.stream().mapToLong(
                each -> StoreExceptionTranslator
                        .execute(() -> each.countDocuments(Filters.eq(AggregateDocument.PENDING, true))))
                .sum();
    }

    /** Since when the oldest of them has been pending; empty when there are none. */
    public Optional<Instant> oldestPending() {
        return collections.stream()
                .map(each -> StoreExceptionTranslator
                        .execute(() -> each.find(Filters.eq(AggregateDocument.PENDING, true))
                                .projection(Projections.include(AggregateDocument.PENDING_AT))
                                .sort(Sorts.ascending(AggregateDocument.PENDING_AT))
                                .first()))
                .filter(java.util.Objects::nonNull).map(each -> each.getDate(AggregateDocument.PENDING_AT).toInstant())
                .min(java.util.Comparator.naturalOrder());
    }

    /** Waits a limited time: what is not published by then stays in the outbox and is published after the next start. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(closeTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        published.close();
    }
}
