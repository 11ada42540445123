package org.refugio.notification.plans;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The minutes of the domain's time at which something is planned. A timer that only ever asks for a minute by equality
 * costs nothing for a million plans of next month; this list lets it leap over the empty ones after a jump of the clock.
 */
@Component
class Buckets {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
            .withZone(ZoneOffset.UTC);

    private final MongoCollection<Document> buckets;

    Buckets(MongoDatabase database) {
        this.buckets = database.getCollection("buckets");
    }

    static String of(Instant due) {
        return MINUTE.format(due);
    }

    /** Make known, before the plan is written, that these minutes are not empty. */
    void announce(Collection<String> minutes) {
        minutes.forEach(each -> buckets.replaceOne(Filters.eq("_id", each), new Document("_id", each),
                new ReplaceOptions().upsert(true)));
    }

    /** The minutes up to now at which something was planned, in order. */
    List<String> upTo(Instant now) {
        String last = of(now);
        List<String> found = new ArrayList<>();
        buckets.find().forEach(each -> {
            if (each.getString("_id").compareTo(last) <= 0) {
                found.add(each.getString("_id"));
            }
        });
        found.sort(null);
        return found;
    }

    void forget(String minute) {
        buckets.deleteOne(Filters.eq("_id", minute));
    }
}
