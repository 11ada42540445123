package org.refugio.console.drafts;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The drafts of intake in the console's store, each encrypted under a key of its own, which is destroyed with it: when its case
 * is opened, when its author discards it, and a week after it was saved last. Only its author can read it.
 */
@Component
public class IntakeDrafts implements AutoCloseable {

    static final Duration KEPT = Duration.ofDays(7);

    private static final int SHOWN = 20;
    private static final Duration FIRST_SWEEP = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofMinutes(30);

    /** What is encrypted. */
    private record Typed(Map<String, String> fields) {}

    private final MongoCollection<Document> drafts;
    private final Privacy privacy;
    private final DomainClock clock;
    private final ScheduledFuture<?> sweep;

    IntakeDrafts(MongoDatabase database, Privacy privacy, DomainClock clock, TaskScheduler scheduler) {
        this.drafts = database.getCollection("drafts");
        this.privacy = privacy;
        this.clock = clock;
        StoreExceptionTranslator.execute(() -> drafts.createIndex(Indexes.ascending("user", "savedAt")));
        StoreExceptionTranslator.execute(() -> drafts.createIndex(Indexes.ascending("savedAt"))); // of those to remove
        this.sweep = scheduler.scheduleWithFixedDelay(this::removeExpired,
                scheduler.getClock().instant().plus(FIRST_SWEEP), PERIOD);
    }

    /**
     * Saves a draft, or what has been added to it.
     *
     * @param id a random id from its form
     * @param user the subject of its author
     * @return false when the id is not a draft of this user, or the draft was removed
     */
    public boolean save(String id, String user, Map<String, String> fields) {
        Document before = find(Filters.eq("_id", id));
        if (before != null && !before.getString("user").equals(user)) {
            return false;
        }
        Subject subject = subject(id);
        privacy.register(subject);
        Sealed sealed = privacy.sealJson(subject, new Typed(fields));
        Document draft = new Document("_id", id).append("user", user).append("subject", sealed.subject())
                .append("fields", sealed.ciphertext()).append("savedAt", Date.from(clock.instant()));
        StoreExceptionTranslator
                .execute(() -> drafts.replaceOne(Filters.and(Filters.eq("_id", id), Filters.eq("user", user)),
                        draft, new ReplaceOptions().upsert(true)));
        return true;
    }

    /** The user's draft with this id. */
    public Optional<IntakeDraft> find(String id, String user) {
        return Optional.ofNullable(find(Filters.and(Filters.eq("_id", id), current(user)))).flatMap(this::opened);
    }

    /** The user's newest drafts. */
    public List<IntakeDraft> ofUser(String user) {
        List<Document> found = StoreExceptionTranslator.execute(() -> drafts.find(current(user))
                .sort(Sorts.descending("savedAt")).limit(SHOWN).into(new ArrayList<>()));
        return found.stream().flatMap(each -> opened(each).stream()).toList();
    }

    /** Removes the user's draft with its key; nothing happens when there is none. */
    public void remove(String id, String user) {
        if (find(Filters.and(Filters.eq("_id", id), Filters.eq("user", user))) != null) {
            remove(id);
        }
    }

    /** The key goes first: after a crash the sweep finds the rest. */
    private void remove(String id) {
        privacy.erase(subject(id));
        StoreExceptionTranslator.execute(() -> drafts.deleteOne(Filters.eq("_id", id)));
    }

    /** Removes the drafts of all users that are older than a week; several instances may do this at the same time. */
    public void removeExpired() {
        Bson expired = Filters.lte("savedAt", Date.from(clock.instant().minus(KEPT)));
        StoreExceptionTranslator.execute(() -> drafts.find(expired).into(new ArrayList<>()))
                .forEach(each -> remove(each.getString("_id")));
    }

    private Bson current(String user) {
        return Filters.and(Filters.eq("user", user),
                Filters.gt("savedAt", Date.from(clock.instant().minus(KEPT))));
    }

    private Document find(Bson filter) {
        return StoreExceptionTranslator.execute(() -> drafts.find(filter).first());
    }

    private Optional<IntakeDraft> opened(Document draft) {
        return privacy.openJson(new Sealed(draft.getString("subject"), draft.getString("fields")), Typed.class)
                .map(typed -> new IntakeDraft(draft.getString("_id"), typed.fields(),
                        draft.getDate("savedAt").toInstant()));
    }

    private static Subject subject(String id) {
        return new Subject("draft:" + id);
    }

    @Override
    public void close() {
        sweep.cancel(true);
    }
}
