package org.refugio.messaging.command;

import java.util.List;
import org.refugio.contracts.Event;

/** What a use case decided about an aggregate: nothing is written yet. */
public sealed interface Decision<S> {

    /** Write this state and publish these events, in one document write. */
    record Changed<S>(S state, List<Event> events) implements Decision<S> {}

    /** Nothing to do; answered as success. */
    record Unchanged<S>() implements Decision<S> {}

    /** A rule said no; nothing is written. */
    record Refused<S>(Refusal refusal) implements Decision<S> {}

    /** Write {@code state} and publish {@code events} in this order. */
    static <S> Decision<S> changed(S state, Event... events) {
        return new Changed<>(state, List.of(events));
    }

    /** Nothing to do. */
    static <S> Decision<S> unchanged() {
        return new Unchanged<>();
    }

    /** A rule said no. */
    static <S> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
