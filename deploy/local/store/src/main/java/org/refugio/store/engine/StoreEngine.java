package org.refugio.store.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBufferManager;
import org.rocksdb.WriteOptions;

/**
 * Durable key-value storage with numbered {@link KeySpace}s: a RocksDB whose log is forced to disk before a change is
 * acknowledged. Work runs in {@link #reading}, which sees the last durable state and never waits, or in
 * {@link #writing}, which sees the newest state and returns when all that it has seen and changed is durable.
 */
public final class StoreEngine implements AutoCloseable {

    private static final long CACHE_BYTES = 40L << 20;
    /** Part of the cache: changes that are in the log but not yet in a table. */
    private static final long WRITE_BUFFER_BYTES = 8L << 20;
    private static final long LOG_BYTES = 64L << 20;
    private static final int BLOCK_BYTES = 4096;
    private static final int FILTER_BITS = 10;

    private final RocksDB db;
    private final Options options;
    private final LRUCache cache;
    private final WriteBufferManager buffers;
    private final WriteOptions unforced = new WriteOptions();
    private final ReadOptions newest = new ReadOptions();
    private final DurableState durable;
    private final ScopedValue<Session> session = ScopedValue.newInstance();
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    /** Guarded by {@link #use}. */
    private boolean closed;

    private StoreEngine(Path folder, boolean forced) throws RocksDBException {
        cache = new LRUCache(CACHE_BYTES);
        buffers = new WriteBufferManager(2 * WRITE_BUFFER_BYTES, cache);
        options = options(cache, buffers);
        db = RocksDB.open(options, folder.toString());
        durable = new DurableState(db, forced);
    }

    /**
     * @param folder of the data; created when it is missing
     * @param forced whether a change survives a power cut, not only the end of the process
     * @throws IllegalStateException when another process uses the data, or it is damaged
     */
    public static StoreEngine open(Path folder, boolean forced) {
        try {
            Files.createDirectories(folder);
            // without a place of its own the library leaves a copy in the temporary folder after each kill
            Path library = Files.createDirectories(folder.resolveSibling("native"));
            NativeLibraryLoader.getInstance().loadLibrary(library.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be written", e);
        }
        try {
            return new StoreEngine(folder, forced);
        } catch (RocksDBException e) {
            throw new IllegalStateException(folder + " cannot be opened: another process uses it, or it is damaged ("
                    + e.getMessage() + ")", e);
        }
    }

    private static Options options(LRUCache cache, WriteBufferManager buffers) {
        BlockBasedTableConfig tables = new BlockBasedTableConfig().setBlockCache(cache).setBlockSize(BLOCK_BYTES)
                .setCacheIndexAndFilterBlocks(true).setFilterPolicy(new BloomFilter(FILTER_BITS));
        // sealed values cannot be compressed
        return new Options().setCreateIfMissing(true).setTableFormatConfig(tables)
                .setCompressionType(CompressionType.NO_COMPRESSION).setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setWriteBufferManager(buffers).setMaxTotalWalSize(LOG_BYTES).setManualWalFlush(true)
                .setEnableWriteThreadAdaptiveYield(false).setMaxBackgroundJobs(2).setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0)
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL).setKeepLogFileNum(2);
    }

    /** Run on the last durable state; changes are not possible. */
    public <T> T reading(Supplier<T> work) {
        return open(() -> {
            DurableSnapshot state = durable.acquire();
            try (Session mine = new Session(this, state)) {
                return ScopedValue.where(session, mine).call(work::get);
            } finally {
                state.release();
            }
        });
    }

    /** Run on the newest state, and return when all that was seen and changed is durable. */
    public <T> T writing(Supplier<T> work) {
        return open(() -> {
            T result;
            try (Session mine = new Session(this, null)) {
                result = ScopedValue.where(session, mine).call(work::get);
            }
            durable.await();
            return result;
        });
    }

    /** The library does not survive the use of closed data. */
    private <T> T open(Supplier<T> work) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the store is closed");
            }
            return work.get();
        } finally {
            use.readLock().unlock();
        }
    }

    /** The work that is running on this thread. */
    Session session() {
        return session.orElseThrow(() -> new IllegalStateException("neither reading nor writing"));
    }

    /** Store the changes of the work that is running together. */
    public void store() {
        session().store();
    }

    /** Store records at once, whatever becomes of the work. */
    void storeNow(Map<byte[], byte[]> records) {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<byte[], byte[]> each : records.entrySet()) {
                batch.put(each.getKey(), each.getValue());
            }
            write(batch);
        } catch (RocksDBException e) {
            throw new StorageFailure("a change cannot be stored", e);
        }
    }

    /** Forget the changes of the work that is running that are not stored. */
    public void discard() {
        session().discard();
    }

    /** Store the changes of several steps together: {@link #store} inside has no effect. */
    public <T> T together(Supplier<T> steps) {
        return session().together(steps);
    }

    /** The number of the last change that the work sees; grows for ever. */
    public long seen() {
        return session().seen();
    }

    RocksDB db() {
        return db;
    }

    ReadOptions newest() {
        return newest;
    }

    void write(WriteBatch batch) {
        try {
            db.write(unforced, batch);
        } catch (RocksDBException e) {
            throw new StorageFailure("the log cannot be written", e);
        }
    }

    /** Waits for the work that is running. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                durable.await();
                release();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private void release() {
        durable.close();
        newest.close();
        unforced.close();
        try {
            db.closeE();
        } catch (RocksDBException e) {
            throw new StorageFailure("the data cannot be closed", e);
        } finally {
            options.close();
            buffers.close();
            cache.close();
        }
    }
}
