package org.refugio.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.bson.BsonBinary;

/**
 * The ids of recently used keys by subject, for no longer than the driver itself caches the keys, and the keys that this
 * process destroyed.
 */
final class KeyIdCache {

    private static final int MAX_SUBJECTS = 50_000;

    private final Cache<Subject, BsonBinary> keyIds;
    /** Kept until the driver, which may have fetched a key right before it was destroyed, no longer has it. */
    private final Cache<BsonBinary, Boolean> destroyed;

    KeyIdCache(Duration keyExpiration) {
        this(keyExpiration, Ticker.systemTicker());
    }

    KeyIdCache(Duration keyExpiration, Ticker ticker) {
        this.keyIds = Caffeine.newBuilder().expireAfterWrite(keyExpiration).maximumSize(MAX_SUBJECTS).ticker(ticker)
                .build();
        this.destroyed = Caffeine.newBuilder().expireAfterWrite(keyExpiration.multipliedBy(2)).ticker(ticker).build();
    }

    /** The id of the subject's key, or null when it is not cached. */
    BsonBinary get(Subject subject) {
        return keyIds.getIfPresent(subject);
    }

    void put(Subject subject, BsonBinary keyId) {
        keyIds.put(subject, keyId);
    }

    /** Makes this process stop using the key at once, even though the driver may still have it. */
    void destroy(Subject subject, BsonBinary keyId) {
        destroyed.put(keyId, true);
        keyIds.invalidate(subject);
    }

    boolean isDestroyed(BsonBinary keyId) {
        return destroyed.getIfPresent(keyId) != null;
    }
}
