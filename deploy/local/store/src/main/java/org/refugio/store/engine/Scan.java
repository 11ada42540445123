package org.refugio.store.engine;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** Records in the order of their keys. */
final class Scan implements Iterator<Map.Entry<byte[], byte[]>>, AutoCloseable {

    private final ReadOptions options;
    private final Slice end;
    private final RocksIterator records;
    private boolean closed;

    /** @param options owned by the scan */
    Scan(RocksDB db, ReadOptions options, byte[] from, byte[] to) {
        this.options = options;
        this.end = new Slice(to);
        options.setIterateUpperBound(end);
        this.records = db.newIterator(options);
        records.seek(from);
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        if (records.isValid()) {
            return true;
        }
        try {
            records.status();
        } catch (RocksDBException e) {
            throw new StorageFailure("records cannot be read", e);
        }
        close();
        return false;
    }

    @Override
    public Map.Entry<byte[], byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<byte[], byte[]> record = Map.entry(records.key(), records.value());
        records.next();
        return record;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            records.close();
            options.close();
            end.close();
        }
    }
}
