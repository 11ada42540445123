package org.refugio.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running store. */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);

    /** A worker waits for its commit; with more workers more commands share one. */
    private static final int WORKERS = 64;
    private static final int CACHE_MB = 48;
    /** The file commits only explicitly; an automatic commit could store half of a command. */
    private static final int NEVER_BY_ITSELF = 0;
    /** Longer than any read takes, so that pages in use are not overwritten. */
    private static final int RETENTION_MILLIS = 10_000;
    /** A commit encrypts and writes each changed page, so small pages are cheap. */
    private static final int PAGE_BYTES = 4096;
    private static final int PANIC_STATUS = 70;

    private final MongoServer server;
    private final MVStore store;
    private final StoreCompaction compaction;
    private final GroupCommit commit;
    private final int port;

    private EmbeddedStore(MongoServer server, MVStore store, StoreCompaction compaction, GroupCommit commit, int port) {
        this.server = server;
        this.store = store;
        this.compaction = compaction;
        this.commit = commit;
        this.port = port;
    }

    /** Run as a separate process; ends on SIGTERM, and with status 70 when the storage fails. */
    public static void main(String[] arguments) throws InterruptedException {
        StoreSettings settings = StoreSettings.fromEnvironment();
        EmbeddedStore store = open(settings, EmbeddedStore::halt);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            store.close();
            stopped.countDown();
        }, "stop"));
        LOG.info("store ready on port {}", store.port);
        stopped.await();
    }

    /**
     * Start in this process.
     *
     * @throws IllegalStateException when the file is in use, damaged, or of another key
     */
    public static EmbeddedStore open(StoreSettings settings) {
        return open(settings, cause -> LOG.error("the storage failed; open it again", cause));
    }

    private static EmbeddedStore open(StoreSettings settings, StoragePanicHandler panic) {
        MVStore store = openFile(settings, panic);
        GroupCommit commit = new GroupCommit(store, settings.forced());
        MongoServer server = new MongoServer(new StoreBackend(store, commit, panic));
        server.bind(new InetSocketAddress("127.0.0.1", settings.port()), 1, WORKERS);
        return new EmbeddedStore(server, store, new StoreCompaction(store, commit, panic), commit,
                server.getLocalAddress().getPort());
    }

    private static MVStore openFile(StoreSettings settings, StoragePanicHandler panic) {
        try {
            Files.createDirectories(settings.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + settings.directory() + " cannot be made", e);
        }
        Path file = settings.directory().resolve("refugio.mv");
        try {
            MVStore store = new MVStore.Builder().fileName(file.toString())
                    .encryptionKey(FileKey.of(settings.keyFile())).autoCommitDisabled()
                    .autoCommitBufferSize(NEVER_BY_ITSELF).cacheSize(CACHE_MB).pageSplitSize(PAGE_BYTES)
                    .backgroundExceptionHandler((thread, cause) -> panic.now(cause)).open();
            store.setVersionsToKeep(0);
            store.setRetentionTime(RETENTION_MILLIS);
            return store;
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    file + " cannot be opened: another process has it, it belongs to another key"
                            + " than " + settings.keyFile() + ", or it is damaged",
                    e);
        }
    }

    private static void halt(Throwable cause) {
        LOG.error("the storage failed; ending so that a restart can recover", cause);
        Runtime.getRuntime().halt(PANIC_STATUS);
    }

    /** The connection string for clients, without a database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/";
    }

    @Override
    public void close() {
        compaction.close();
        server.shutdownNow();
        commit.alone(() -> {
            if (!store.isClosed()) {
                store.commit();
                store.getFileStore().sync();
                store.close();
            }
        });
    }
}
