package org.refugio.store.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** The work of one thread: the state that it sees, and its changes that are not yet stored. */
final class Session implements AutoCloseable {

    private record Range(byte[] from, byte[] to) {}

    private final StoreEngine engine;
    /** Absent for the newest state. */
    private final DurableSnapshot state;
    private final Map<ByteBuffer, Optional<byte[]>> changes = new HashMap<>();
    private final List<Range> cleared = new ArrayList<>();
    private final List<Scan> scans = new ArrayList<>();
    private int depth;

    Session(StoreEngine engine, DurableSnapshot state) {
        this.engine = engine;
        this.state = state;
    }

    long seen() {
        return state == null ? Long.MAX_VALUE : state.sequence();
    }

    /** The stored or changed value; null when there is none. */
    byte[] get(byte[] key) {
        Optional<byte[]> changed = changes.isEmpty() ? null : changes.get(ByteBuffer.wrap(key));
        if (changed != null) {
            return changed.orElse(null);
        }
        try {
            return engine.db().get(state == null ? engine.newest() : state.options(), key);
        } catch (RocksDBException e) {
            throw new StorageFailure("a value cannot be read", e);
        }
    }

    /** The stored records from a key on, up to and without another; changes that are not yet stored are not seen. */
    Scan scan(byte[] from, byte[] to) {
        ReadOptions options = new ReadOptions();
        if (state != null) {
            options.setSnapshot(state.snapshot());
        }
        Scan scan = new Scan(engine.db(), options, from, to);
        scans.add(scan);
        return scan;
    }

    void put(byte[] key, byte[] value) {
        change(key, Optional.of(value));
    }

    void delete(byte[] key) {
        change(key, Optional.empty());
    }

    /** Delete what is stored in a range. */
    void clear(byte[] from, byte[] to) {
        requireWriting();
        cleared.add(new Range(from, to));
    }

    private void change(byte[] key, Optional<byte[]> value) {
        requireWriting();
        changes.put(ByteBuffer.wrap(key), value);
    }

    private void requireWriting() {
        if (state != null) {
            throw new IllegalStateException("a reading command cannot change anything");
        }
    }

    <T> T together(Supplier<T> steps) {
        T result;
        depth++;
        try {
            result = steps.get();
        } finally {
            depth--;
        }
        store();
        return result;
    }

    void store() {
        if (depth > 0 || changes.isEmpty() && cleared.isEmpty()) {
            return;
        }
        try (WriteBatch batch = new WriteBatch()) {
            for (Range range : cleared) {
                batch.deleteRange(range.from(), range.to());
            }
            for (Map.Entry<ByteBuffer, Optional<byte[]>> each : changes.entrySet()) {
                if (each.getValue().isPresent()) {
                    batch.put(each.getKey().array(), each.getValue().get());
                } else {
                    batch.delete(each.getKey().array());
                }
            }
            engine.write(batch);
        } catch (RocksDBException e) {
            throw new StorageFailure("a change cannot be stored", e);
        }
        changes.clear();
        cleared.clear();
    }

    /** Forget what is not stored. */
    void discard() {
        changes.clear();
        cleared.clear();
    }

    @Override
    public void close() {
        scans.forEach(Scan::close);
    }
}
