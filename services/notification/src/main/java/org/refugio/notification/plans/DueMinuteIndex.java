package org.refugio.notification.plans;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
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
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * The minutes of domain time in which messages are planned. The timer queries plans by minute, by equality, so plans of
 * later months cost nothing; this index lets it skip empty minutes after a jump of the clock.
 *
 * <p>A minute is added after its plan is written and before the event is acknowledged, so a crash between the two
 * repeats the addition. Each addition writes a new stamp, and a minute is removed only under the stamp that was
 * read before it was found empty, so a concurrent addition is never lost.
 */
@Component
public class DueMinuteIndex {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
            .withZone(ZoneOffset.UTC);
    private static final String STAMP = "stamp";
    private static final Duration RELOAD_AFTER_JUMP = Duration.ofMinutes(2);
    private static final Duration RELOAD_INTERVAL = Duration.ofMinutes(1);

    private final MongoCollection<Document> minutes;
    private final NavigableSet<String> known = new ConcurrentSkipListSet<>();
    private Instant lastChecked = Instant.MIN;
    private long lastReload;
    private volatile Runnable added = () -> {
    };

    DueMinuteIndex(MongoDatabase database) {
        this.minutes = database.getCollection("buckets");
    }

    static String minuteOf(Instant due) {
        return MINUTE.format(due);
    }

    /** Calls the listener when this process has added minutes. */
    public void onAdded(Runnable listener) {
        this.added = listener;
    }

    /** Adds these minutes. */
    void add(Collection<String> planned) {
        if (planned.isEmpty()) {
            return;
        }
        try {
            stamp(planned);
        } catch (MongoBulkWriteException _) {
            stamp(planned); // another instance has just inserted one of them: now it exists
        }
        known.addAll(planned);
        added.run();
    }

    private void stamp(Collection<String> planned) {
        StoreExceptionTranslator.execute(() -> minutes.bulkWrite(
                planned.stream().map(DueMinuteIndex::stamped).toList(), new BulkWriteOptions().ordered(false)));
    }

    private static UpdateOneModel<Document> stamped(String minute) {
        return new UpdateOneModel<>(Filters.eq("_id", minute), Updates.set(STAMP, UUID.randomUUID().toString()),
                new UpdateOptions().upsert(true));
    }

    /**
     * The minutes up to now in which messages may be planned, in order. Other instances add minutes too, so the index
     * is reloaded periodically and after a jump of the clock.
     */
    public synchronized List<String> minutesUpTo(Instant now) {
        boolean first = lastChecked.equals(Instant.MIN);
        if (first || Duration.between(lastChecked, now).compareTo(RELOAD_AFTER_JUMP) > 0
                || System.nanoTime() - lastReload > RELOAD_INTERVAL.toNanos()) {
            minutes.find().forEach(each -> known.add(each.getString("_id")));
            lastReload = System.nanoTime();
        }
        lastChecked = now;
        return List.copyOf(known.headSet(minuteOf(now), true));
    }

    /** Must be read before the plans of the minute; empty when another instance has removed the minute. */
    public Optional<String> stampOf(String minute) {
        return Optional.ofNullable(minutes.find(Filters.eq("_id", minute)).first()).map(each -> each.getString(STAMP));
    }

    /** Removes a past minute that was found empty after this stamp was read. */
    public void remove(String minute, Optional<String> stamp, Instant now) {
        if (minute.compareTo(minuteOf(now)) >= 0) {
            return;
        }
        known.remove(minute);
        stamp.ifPresent(seen -> minutes.deleteOne(Filters.and(Filters.eq("_id", minute), Filters.eq(STAMP, seen))));
        if (stampOf(minute).isPresent()) {
            known.add(minute);
        }
    }
}
