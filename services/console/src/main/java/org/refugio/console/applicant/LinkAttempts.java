package org.refugio.console.applicant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.refugio.messaging.event.DerivedIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The attempts to open applicant pages with links that do not work, by the address that they come from. After too many of
 * them an unknown link from that address is not looked up for a while; a link that has worked here still is, because many
 * people can share an address.
 */
@Component
class LinkAttempts {

    static final int MAX_FAILURES = 30;
    static final Duration PERIOD = Duration.ofMinutes(10);

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MAX_ENTRIES = 50_000;

    private final Cache<String, AtomicInteger> failures;
    /** The digests of the links. */
    private final Cache<String, Boolean> worked;

    @Autowired
    LinkAttempts() {
        this(Ticker.systemTicker());
    }

    LinkAttempts(Ticker ticker) {
        this.failures = Caffeine.newBuilder().expireAfterWrite(PERIOD).maximumSize(MAX_ENTRIES).ticker(ticker).build();
        this.worked = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MAX_ENTRIES).ticker(ticker)
                .build();
    }

    /** Whether a link from this address may be looked up. */
    boolean isAllowed(String address, String link) {
        AtomicInteger failed = failures.getIfPresent(address);
        return failed == null || failed.get() < MAX_FAILURES || worked.getIfPresent(digest(link)) != null;
    }

    /** The link does not work. */
    void failed(String address) {
        failures.get(address, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** The link works. */
    void worked(String link) {
        worked.put(digest(link), true);
    }

    private static String digest(String link) {
        return DerivedIds.derived("link", link);
    }
}
