package org.refugio.intake;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops the writes to a collection, as a store does that is too slow. The driver calls it while it holds a connection. */
final class BlockableWrites implements CommandListener {

    private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify");

    private final String collection;
    private volatile CountDownLatch open = new CountDownLatch(0);

    BlockableWrites(String collection) {
        this.collection = collection;
    }

    void block() {
        open = new CountDownLatch(1);
    }

    void unblock() {
        open.countDown();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String name = event.getCommandName();
        if (WRITES.contains(name) && event.getCommand().getString(name).getValue().equals(collection)) {
            try {
                open.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
