package org.refugio.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes what a command did durable before its reply, many commands in one commit.
 *
 * <p>Commands run side by side under the shared lock; a commit takes the exclusive one, so it never holds half a command
 * (a document without its index entry would survive a crash for ever). Forcing to disk happens outside of that lock:
 * others go on writing meanwhile and share the next commit. A reading command waits for the commit of all that had begun
 * in its database before it ended, so nobody is ever told of something that a crash could take back.
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

    /** Run a command that writes, and return when what it did is durable. */
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

    /** Run a command that reads, and return when all that it can have seen is durable. */
    <T> T reading(String database, Supplier<T> command) {
        T reply = command.get();
        await(lastBegun.getOrDefault(database, 0L));
        return reply;
    }

    /** Run while no command is under way. */
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
