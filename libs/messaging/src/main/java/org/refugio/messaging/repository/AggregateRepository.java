package org.refugio.messaging.repository;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;

/**
 * The aggregates of one collection, each a single document that carries its state, its version, its unsent events, the
 * commands it has answered and the events it has applied. Every write is a compare-and-set on {@code {_id, version}};
 * a lost race is decided again on the newer state.
 *
 * @param <S> the state, an immutable record
 */
public interface AggregateRepository<S> {

    /** The aggregate as committed. */
    Optional<StoredAggregate<S>> find(String id);

    /** The aggregates that a filter matches; state fields are named {@code state.<field>}. At most {@code limit}. */
    List<StoredAggregate<S>> where(Bson filter, Bson sort, int skip, int limit);

    /** How many a filter matches. */
    long count(Bson filter);

    /** The id that a creation with this key has: the same key always creates the same aggregate. */
    String idFor(CommandKey key);

    /**
     * Create the aggregate {@link #idFor} gives, unless this very command already did. Refused as {@code not-unique}
     * where another unique index says no.
     */
    CommandOutcome create(CommandKey key, Function<String, Decision<S>> decide);

    /** Change an aggregate by a user's command, once ever for a key: one that is no longer among the remembered is refused. */
    CommandOutcome change(String id, CommandKey key, Function<S, Decision<S>> decide);

    /**
     * Change an aggregate as the effect of an event, at most once per source event, creating it where it is missing and
     * {@code decide} answers a state. A refusal here is the rule saying "no effect".
     *
     * <p>"No effect" and "unchanged" are not recorded. After a crash between the decision and the cursor the event is
     * decided again on the newer state, and may then change it: as if it had come a moment later, which it might have,
     * since nothing is ordered across aggregates. It still takes effect at most once.
     *
     * @throws StoreRejectedWrite when the store will never take the outcome: the event is parked
     */
    CommandOutcome react(String id, EventOrigin source, Function<Optional<S>, Decision<S>> decide);

    /** Change an aggregate by the system itself (timers, sweepers): {@code decide} must see by the state whether it is still due. */
    CommandOutcome update(String id, Function<S, Decision<S>> decide);

    /** Create an aggregate under a known id by the system itself, or leave the one that is there. */
    CommandOutcome createIfAbsent(String id, Supplier<Decision<S>> decide);
}
