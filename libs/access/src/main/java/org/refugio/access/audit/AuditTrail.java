package org.refugio.access.audit;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail of one service. {@link #append} returns after the entry is on disk. One thread writes all entries that
 * wait at the moment together, so that concurrent requests share one forced write. One bean, from this library's
 * auto-configuration.
 */
public final class AuditTrail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MAX_BATCH = 500;
    private static final int ENTRIES_A_PART = 10_000;
    private static final int HEAD_LOG_INTERVAL = 10_000;

    private final MongoCollection<Document> trail;
    private final AuditChain chain;
    private final Duration timeout;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private int sinceHeadWasLogged;

    /**
     * @param instance the stable name of this process, whose chain continues after a restart
     * @param timeout how long {@link #append} waits
     */
    AuditTrail(MongoDatabase database, String instance, Duration timeout) {
        this.trail = database.getCollection("audit").withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.chain = new AuditChain(trail, instance);
        this.timeout = timeout;
        this.writer = Thread.ofPlatform().daemon().name("audit-trail").start(this::write);
    }

    /**
     * Writes the entry. It is durable when this returns.
     *
     * @throws AuditUnavailable when the store does not store it in time; it may still be stored later
     */
    public void append(AuditEntry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.durable().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailable(e);
        } catch (ExecutionException e) {
            throw new AuditUnavailable(e.getCause());
        } catch (TimeoutException e) {
            waiting.durable().cancel(false);
            throw new AuditUnavailable(e);
        }
    }

    /** Verifies the trail from its first entry; for a long one only its first part. */
    public AuditVerification verify() {
        return verify(AuditPosition.START);
    }

    /** Verifies the next part of the trail, and reports where its entries are not as they were written. */
    AuditVerification verify(AuditPosition start) {
        return new AuditVerifier(trail, start).run(ENTRIES_A_PART);
    }

    private void write() {
        try {
            while (true) {
                List<Waiting> batch = new ArrayList<>();
                batch.add(queue.take());
                queue.drainTo(batch, MAX_BATCH - 1);
                batch.removeIf(waiting -> waiting.durable().isDone());
                writeWithRetry(batch);
            }
        } catch (InterruptedException _) {
            logHead(); // on close
            Thread.currentThread().interrupt();
        }
    }

    /** A head in the log reveals a later truncation of the trail in the store. */
    private void logHead() {
        LOG.info("The head of the audit trail is {}", chain);
    }

    /** The first write after a restart of the store fails on a stale connection; this must not fail any request. */
    private void writeWithRetry(List<Waiting> batch) {
        try {
            chain.append(entries(batch));
        } catch (MongoException _) {
            batch.removeIf(waiting -> waiting.durable().isDone());
            try {
                chain.append(entries(batch));
            } catch (RuntimeException | Error e) {
                batch.forEach(waiting -> waiting.durable().completeExceptionally(e));
                return;
            }
        } catch (RuntimeException | Error e) { // the thread must go on, or every later request would wait in vain
            batch.forEach(waiting -> waiting.durable().completeExceptionally(e));
            return;
        }
        batch.forEach(waiting -> waiting.durable().complete(null));
        sinceHeadWasLogged += batch.size();
        if (sinceHeadWasLogged >= HEAD_LOG_INTERVAL) {
            sinceHeadWasLogged = 0;
            logHead();
        }
    }

    private static List<AuditEntry> entries(List<Waiting> batch) {
        return batch.stream().map(Waiting::entry).toList();
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private record Waiting(AuditEntry entry, CompletableFuture<Void> durable) {}
}
