package org.refugio.messaging.repository;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.failure.TransientFailure;

/**
 * The aggregates of one collection. Each is a single document with its state, its version, its unpublished events, the
 * commands that it has executed and the events that it has applied. Every write is a compare-and-set on {@code {_id,
 * version}}; on a version conflict the command is re-evaluated against the newer state.
 *
 * <p>Every method throws {@link TransientFailure} when the store does not respond, or when version conflicts persist.
 *
 * @param <S> the state, an immutable record
 */
public interface AggregateRepository<S> {

    /** The number of aggregates that {@link #all} reads at once. */
    int BATCH = 500;

    /** The aggregate as committed; empty when there is none with this id. */
    Optional<StoredAggregate<S>> find(String id);

    /** The aggregates that match a filter, at most {@code limit}. State fields are addressed as {@code state.<field>}. */
    List<StoredAggregate<S>> where(Bson filter, Bson sort, int skip, int limit);

    /** Every aggregate that matches a filter, in the order of the ids, read in batches: for sets that are small by nature. */
    default List<StoredAggregate<S>> all(Bson filter) {
        List<StoredAggregate<S>> found = new ArrayList<>();
        List<StoredAggregate<S>> batch;
        do {
            Bson next = found.isEmpty() ? filter : Filters.and(filter, Filters.gt("_id", found.getLast().id()));
            batch = where(next, Sorts.ascending("_id"), 0, BATCH);
            found.addAll(batch);
        } while (batch.size() == BATCH);
        return found;
    }

    /** The number of aggregates that match a filter. */
    long count(Bson filter);

    /** The id of the aggregate that a creation with this key creates: the same key always gives the same id. */
    String idFor(CommandKey key);

    /**
     * Creates the aggregate with the id {@link #idFor} of the key. A repetition of the command gets the recorded
     * outcome. Refused as {@code not-unique} when another unique index already holds one of its values.
     */
    CommandOutcome create(CommandKey key, Function<String, Decision<S>> decide);

    /**
     * Changes an aggregate by a user's command, at most once per key. A repetition gets the recorded outcome; when the
     * outcome is no longer recorded, it is refused as {@code answered-long-ago}.
     */
    CommandOutcome change(String id, CommandKey key, Function<S, Decision<S>> decide);

    /**
     * Changes an aggregate as the effect of an event, at most once per source event. A missing aggregate is created if
     * {@code decide} returns a state. A refusal means that the event has no effect here.
     *
     * <p>Refusals and unchanged outcomes are not recorded. After a crash between the decision and the cursor update the
     * event is evaluated again, against a possibly newer state, and may then change it. This is equivalent to a later
     * arrival, which is always possible because events are not ordered across aggregates.
     *
     * @throws StoreRejectedWrite when the store can never accept the result: the event is parked
     */
    CommandOutcome react(String id, EventOrigin source, Function<Optional<S>, Decision<S>> decide);

    /**
     * As {@link #react}, for an event that creates the aggregate: it saves the read. {@code decide} is asked without an aggregate
     * first, also when the event is delivered again and there is one.
     */
    CommandOutcome reactByCreating(String id, EventOrigin source, Function<Optional<S>, Decision<S>> decide);

    /**
     * Changes an aggregate by the system itself (timers, sweepers). Repetitions are not detected: {@code decide} must
     * tell from the state whether the change is still due.
     */
    CommandOutcome update(String id, Function<S, Decision<S>> decide);

    /**
     * Creates an aggregate with a given id by the system itself; leaves an existing one unchanged. It saves the read: {@code
     * decide} is asked also when there is one.
     */
    CommandOutcome createIfAbsent(String id, Supplier<Decision<S>> decide);
}
