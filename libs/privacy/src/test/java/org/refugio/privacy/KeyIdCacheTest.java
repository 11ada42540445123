package org.refugio.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonBinary;
import org.junit.jupiter.api.Test;

class KeyIdCacheTest {

    private static final Duration EXPIRATION = Duration.ofSeconds(60);
    private static final Subject SUBJECT = Subject.ofCase("c1");

    private final AtomicLong nanoTime = new AtomicLong();
    private final KeyIdCache cache = new KeyIdCache(EXPIRATION, nanoTime::get);
    private final BsonBinary keyId = new BsonBinary(UUID.randomUUID());

    private void pass(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    @Test
    void aKeyIdIsCachedNoLongerThanTheDriverCachesTheKey() {
        cache.put(SUBJECT, keyId);
        pass(EXPIRATION.minusMillis(1));
        assertThat(cache.get(SUBJECT)).isEqualTo(keyId);
        pass(Duration.ofMillis(1));
        assertThat(cache.get(SUBJECT)).isNull();
    }

    @Test
    void useDoesNotProlongTheTime() {
        cache.put(SUBJECT, keyId);
        for (int i = 0; i < 4; i++) {
            pass(EXPIRATION.dividedBy(4));
            cache.get(SUBJECT);
        }
        assertThat(cache.get(SUBJECT)).isNull();
    }

    @Test
    void aDestroyedKeyIsKnownForLongerThanTheDriverCachesIt() {
        cache.put(SUBJECT, keyId);
        cache.destroy(SUBJECT, keyId);
        assertThat(cache.get(SUBJECT)).isNull();
        pass(EXPIRATION.plusSeconds(1));
        assertThat(cache.isDestroyed(keyId)).isTrue();
        pass(EXPIRATION);
        assertThat(cache.isDestroyed(keyId)).isFalse();
    }
}
