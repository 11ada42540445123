package org.refugio.store.documents;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Excludes writing commands on the same document; those on different documents run side by side. */
final class CollectionLocks {

    private static final int STRIPES = 64;

    private final ReentrantReadWriteLock whole = new ReentrantReadWriteLock();
    private final ReentrantLock[] documents = Stream.generate(ReentrantLock::new).limit(STRIPES)
            .toArray(ReentrantLock[]::new);

    /** Run while no other command changes the document. */
    <T> T onOne(DocumentKey document, Supplier<T> command) {
        if (isHeld()) {
            return command.get();
        }
        ReentrantLock one = documents[Math.floorMod(Arrays.hashCode(document.bytes()), STRIPES)];
        whole.readLock().lock();
        one.lock();
        try {
            return command.get();
        } finally {
            one.unlock();
            whole.readLock().unlock();
        }
    }

    /** Run while no other command changes the collection. */
    <T> T onAll(Supplier<T> command) {
        if (isHeld()) {
            return command.get();
        }
        whole.writeLock().lock();
        try {
            return command.get();
        } finally {
            whole.writeLock().unlock();
        }
    }

    /** By this thread, in a command around this one. */
    private boolean isHeld() {
        return whole.isWriteLockedByCurrentThread() || whole.getReadHoldCount() > 0;
    }
}
