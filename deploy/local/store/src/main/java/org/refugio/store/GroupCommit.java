package org.refugio.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes the effects of a command durable before its reply, many commands in one commit.
 *
 * <p>Commands run concurrently under the shared lock; a commit takes the exclusive lock and therefore never contains
 * half a command (a document without its index entry would survive a crash). Forcing to disk happens outside of that
 * lock: other commands continue and share the next commit. A reading command waits for the commit of all writes that
 * had begun in its database before it ended, so that no client sees a value that a crash could take back.
 */
final class GroupCommit {

    private final MVStore store;
    private final boolean forced;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private final ConcurrentMap<String, Long> lastBegun = new ConcurrentHashMap<>();
    private volatile long durable;

    GroupCommit(MVStore store, boolean forced) {
        this.store = store;
        this.forced = forced;
    }

    /** Run a writing command and return when its effects are durable. */
    <T> T writing(String database, Supplier<T> command) {
        long mine;
        T reply;
        commands.readLock().lock();
        try {
            mine = begun.incrementAndGet();
            lastBegun.merge(database, mine, Math::max);
            reply = command.get();
        } finally {
            commands.readLock().unlock();
        }
        await(mine);
        return reply;
    }

    /** Run a reading command and return when all values that it can have read are durable. */
    <T> T reading(String database, Supplier<T> command) {
        T reply = command.get();
        await(lastBegun.getOrDefault(database, 0L));
        return reply;
    }

    /** Run while no command is running. */
    void alone(Runnable work) {
        turn.lock();
        try {
            commands.writeLock().lock();
            try {
                work.run();
            } finally {
                commands.writeLock().unlock();
            }
        } finally {
            turn.unlock();
        }
    }

    private void await(long wanted) {
        if (durable >= wanted) {
            return;
        }
        turn.lock();
        try {
            if (durable < wanted) {
                commit();
            }
        } finally {
            turn.unlock();
        }
    }

    private void commit() {
        long covered;
        commands.writeLock().lock();
        try {
            covered = begun.get();
            store.commit();
        } finally {
            commands.writeLock().unlock();
        }
        if (forced) {
            store.getFileStore().sync();
        }
        durable = covered;
    }
}
