package org.refugio.notification.plans;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The minutes of the domain's time at which something is planned. A timer that only ever asks for a minute by equality
 * pays nothing for a million plans of next month; this list lets it leap over the empty minutes after a jump of the clock.
 *
 * <p>A minute is announced after its plan is written and before the event behind it is done with, so a crash between the
 * two announces again. Each announcement stamps it anew, and it is forgotten only under the stamp that was there before it
 * was found empty: one that comes in between is never lost.
 */
@Component
public class DueMinuteIndex {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
            .withZone(ZoneOffset.UTC);
    private static final String STAMP = "stamp";
    private static final Duration LEAP = Duration.ofMinutes(2);
    private static final Duration READ_EVERY = Duration.ofMinutes(1);

    private final MongoCollection<Document> buckets;
    private final NavigableSet<String> known = new ConcurrentSkipListSet<>();
    private Instant looked = Instant.MIN;
    private long read;

    DueMinuteIndex(MongoDatabase database) {
        this.buckets = database.getCollection("buckets");
    }

    static String of(Instant due) {
        return MINUTE.format(due);
    }

    /** Make known that these minutes are not empty. */
    void announce(Collection<String> minutes) {
        minutes.forEach(each -> {
            buckets.updateOne(Filters.eq("_id", each), Updates.set(STAMP, UUID.randomUUID().toString()),
                    new UpdateOptions().upsert(true));
            known.add(each);
        });
    }

    /**
     * The minutes up to now at which something may be planned, in order. Other instances announce too, so the list is read
     * again from time to time and whenever the clock has leapt.
     */
    public synchronized List<String> upTo(Instant now) {
        boolean first = looked.equals(Instant.MIN);
        if (first || Duration.between(looked, now).compareTo(LEAP) > 0
                || System.nanoTime() - read > READ_EVERY.toNanos()) {
            buckets.find().forEach(each -> known.add(each.getString("_id")));
            read = System.nanoTime();
        }
        looked = now;
        return List.copyOf(known.headSet(of(now), true));
    }

    /** To be asked before the minute is looked into; empty when another instance has forgotten it. */
    public Optional<String> stamp(String minute) {
        return Optional.ofNullable(buckets.find(Filters.eq("_id", minute)).first()).map(each -> each.getString(STAMP));
    }

    /** The minute is past and was found empty after it bore this stamp. */
    public void forget(String minute, Optional<String> stamp, Instant now) {
        if (minute.compareTo(of(now)) >= 0) {
            return;
        }
        known.remove(minute);
        stamp.ifPresent(seen -> buckets.deleteOne(Filters.and(Filters.eq("_id", minute), Filters.eq(STAMP, seen))));
        if (stamp(minute).isPresent()) {
            known.add(minute);
        }
    }
}
