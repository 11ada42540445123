package org.refugio.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.refugio.store.commands.StoreBackend;
import org.refugio.store.engine.StoragePanicHandler;
import org.refugio.store.engine.StoreCatalog;
import org.refugio.store.engine.StoreEngine;
import org.refugio.store.engine.StoreKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running store. */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);

    /** A worker waits for its changes to be durable; with more workers more commands share one forced write. */
    private static final int WORKERS = 64;
    private static final int PANIC_STATUS = 70;
    private static final String DATA = "documents";
    private static final String DATA_OF_EARLIER_VERSIONS = "refugio.mv";

    private final MongoServer server;
    private final StoreEngine engine;
    private final int port;

    private EmbeddedStore(MongoServer server, StoreEngine engine, int port) {
        this.server = server;
        this.engine = engine;
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
     * @throws IllegalStateException when the data is in use, damaged, of another key, or of an earlier version
     */
    public static EmbeddedStore open(StoreSettings settings) {
        return open(settings, cause -> LOG.error("the storage failed; open it again", cause));
    }

    private static EmbeddedStore open(StoreSettings settings, StoragePanicHandler panic) {
        Path earlier = settings.directory().resolve(DATA_OF_EARLIER_VERSIONS);
        if (Files.exists(earlier)) {
            throw new IllegalStateException(earlier + " was written by an earlier version, which this one cannot read:"
                    + " run the earlier version, or move the file away to begin with an empty store");
        }
        byte[] key = StoreKey.of(settings.keyFile());
        StoreEngine engine = StoreEngine.open(settings.directory().resolve(DATA), settings.forced());
        try {
            MongoServer server = new MongoServer(new StoreBackend(engine, catalog(engine, key, settings), panic));
            server.bind(new InetSocketAddress("127.0.0.1", settings.port()), 1, WORKERS);
            return new EmbeddedStore(server, engine, server.getLocalAddress().getPort());
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static StoreCatalog catalog(StoreEngine engine, byte[] key, StoreSettings settings) {
        try {
            return StoreCatalog.open(engine, key);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(settings.directory() + " cannot be opened: it belongs to another key than "
                    + settings.keyFile() + ", or it is damaged", e);
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
        server.shutdownNow();
        engine.close();
    }
}
