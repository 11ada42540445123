package org.refugio.notification.links;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ScheduledFuture;
import org.bson.Document;
import org.refugio.clock.DomainClock;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Removes links that have expired, once an hour. */
@Component
class ExpiredLinks implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final MongoCollection<Document> capabilities;
    private final DomainClock clock;
    private final ScheduledFuture<?> removal;

    ExpiredLinks(MongoDatabase database, DomainClock clock, TaskScheduler scheduler) {
        this.capabilities = database.getCollection(ApplicantLinks.COLLECTION);
        this.clock = clock;
        capabilities.createIndex(Indexes.ascending(ApplicantLinks.UNTIL));
        this.removal = scheduler.scheduleWithFixedDelay(this::remove, scheduler.getClock().instant().plus(PERIOD),
                PERIOD);
    }

    private void remove() {
        Date now = Date.from(clock.instant());
        StoreExceptionTranslator.execute(() -> capabilities.deleteMany(Filters.lt(ApplicantLinks.UNTIL, now)));
    }

    @Override
    public void close() {
        removal.cancel(true);
    }
}
