package org.refugio.access.web.admission;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The places of a process. Of each share a fixed number of requests is worked on at once and a fixed number waits, in the
 * order of arrival and for a limited time; all others are refused at once. Two bulkheads make a share: one admits, with the
 * places to wait, and the other one lets work.
 */
public final class AdmissionLimit {

    private final BulkheadRegistry registry = BulkheadRegistry.ofDefaults();
    private final Map<RequestShare, Places> shares = new EnumMap<>(RequestShare.class);
    private final long retryAfter;
    private final RefusedRequests refused;

    /** @param meters where refusals and free places are counted */
    public AdmissionLimit(AdmissionSettings settings, MeterRegistry meters) {
        for (RequestShare share : RequestShare.values()) {
            int atOnce = settings.atOnce(share);
            shares.put(share, new Places(
                    bulkhead(share.tag() + "-admitted", atOnce + settings.waiting(), Duration.ZERO),
                    bulkhead(share.tag() + "-working", atOnce, settings.patience())));
        }
        retryAfter = settings.retryAfterSeconds();
        refused = new RefusedRequests(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(registry).bindTo(meters);
    }

    /**
     * Takes a place, which must be given back with {@link #leave}.
     *
     * @throws SystemBusy at once when too many wait already, or after the patience; nothing is to be given back
     */
    public void enter(RequestShare share) {
        Places places = shares.get(share);
        if (!places.admitted().tryAcquirePermission()) {
            refused.count(share, RefusedRequests.Reason.QUEUE_FULL);
            throw new SystemBusy(retryAfter);
        }
        if (!places.working().tryAcquirePermission()) {
            places.admitted().releasePermission();
            refused.count(share, RefusedRequests.Reason.WAITED_TOO_LONG);
            throw new SystemBusy(retryAfter);
        }
    }

    /** Gives the place back. */
    public void leave(RequestShare share) {
        shares.get(share).working().releasePermission();
        shares.get(share).admitted().releasePermission();
    }

    private Bulkhead bulkhead(String name, int places, Duration patience) {
        return registry.bulkhead(name,
                BulkheadConfig.custom().maxConcurrentCalls(places).maxWaitDuration(patience).build());
    }

    private record Places(Bulkhead admitted, Bulkhead working) {}
}
