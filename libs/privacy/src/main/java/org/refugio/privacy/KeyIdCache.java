package org.refugio.privacy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonBinary;

/** The key ids of subjects lately seen, no longer than the driver itself may keep the keys. */
final class KeyIdCache {

    private static final int MANY = 50_000;

    private final Map<Subject, Known> bySubject = new ConcurrentHashMap<>();
    private final Set<BsonBinary> destroyedHere = ConcurrentHashMap.newKeySet();
    private final long forNanos;

    KeyIdCache(Duration expiration) {
        this.forNanos = expiration.toNanos();
    }

    BsonBinary get(Subject subject) {
        Known known = bySubject.get(subject);
        return known == null || System.nanoTime() - known.since() > forNanos ? null : known.key();
    }

    void put(Subject subject, BsonBinary key) {
        if (bySubject.size() >= MANY) {
            bySubject.clear(); // a cache: all of it is in the vault
        }
        bySubject.put(subject, new Known(key, System.nanoTime()));
    }

    /** From now on this process does not use the key, though the driver may still have it. */
    void destroyed(Subject subject, BsonBinary key) {
        destroyedHere.add(key);
        bySubject.remove(subject);
    }

    boolean isDestroyed(BsonBinary key) {
        return destroyedHere.contains(key);
    }

    private record Known(BsonBinary key, long since) {}
}
