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
 * The audit trail of one service. Whoever appends waits until the entry is on disk; one thread writes what has gathered
 * meanwhile in one go, so that a hundred waiting requests cost one forced write. One bean, from this library's
 * auto-configuration.
 */
public final class AuditTrail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int AT_ONCE = 500;
    private static final int TELL_EVERY = 10_000;

    private final MongoCollection<Document> trail;
    private final AuditChain chain;
    private final Duration patience;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private int sinceTold;

    /** @param instance this process's stable name: its chain goes on over restarts */
    AuditTrail(MongoDatabase database, String instance, Duration patience) {
        this.trail = database.getCollection("audit").withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.chain = new AuditChain(trail, instance);
        this.patience = patience;
        this.writer = Thread.ofPlatform().daemon().name("audit-trail").start(this::write);
    }

    /**
     * Write the entry. It is durable when this returns.
     *
     * @throws AuditUnavailable when the store does not take it in time; it may still stand in the trail later
     */
    public void append(AuditEntry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.durable().get(patience.toMillis(), TimeUnit.MILLISECONDS);
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

    /** Read every chain from its first entry and tell what is not as it was written. */
    public AuditVerification verify() {
        return new AuditVerifier(trail).run();
    }

    private void write() {
        try {
            while (true) {
                List<Waiting> batch = new ArrayList<>();
                batch.add(queue.take());
                queue.drainTo(batch, AT_ONCE - 1);
                batch.removeIf(waiting -> waiting.durable().isDone());
                writeTwiceIfNeeded(batch);
            }
        } catch (InterruptedException _) {
            tellHead(); // closed
            Thread.currentThread().interrupt();
        }
    }

    /** A head in the log is out of reach for whoever cuts the trail off in the store. */
    private void tellHead() {
        LOG.info("The audit trail stands at {}", chain);
    }

    /** The first write after the store was restarted fails on a dead connection; that alone shall refuse nobody. */
    private void writeTwiceIfNeeded(List<Waiting> batch) {
        try {
            chain.append(entries(batch));
        } catch (MongoException _) {
            batch.removeIf(waiting -> waiting.durable().isDone());
            try {
                chain.append(entries(batch));
            } catch (RuntimeException e) {
                batch.forEach(waiting -> waiting.durable().completeExceptionally(e));
                return;
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.durable().completeExceptionally(e));
            return;
        }
        batch.forEach(waiting -> waiting.durable().complete(null));
        sinceTold += batch.size();
        if (sinceTold >= TELL_EVERY) {
            sinceTold = 0;
            tellHead();
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
