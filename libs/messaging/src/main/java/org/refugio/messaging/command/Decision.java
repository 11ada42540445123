package org.refugio.messaging.command;

import java.util.List;
import org.refugio.contracts.Event;

/** The decision of a use case about an aggregate. Nothing has been written yet. */
public sealed interface Decision<S> {

    /** Store this state and these events in one document write. */
    record Changed<S>(S state, List<Event> events) implements Decision<S> {}

    /** Nothing has to change; the command succeeds. */
    record Unchanged<S>() implements Decision<S> {}

    /** A rule refuses the command; nothing is written. */
    record Refused<S>(Refusal refusal) implements Decision<S> {}

    /** Store {@code state} and publish {@code events} in this order. */
    static <S> Decision<S> changed(S state, Event... events) {
        return new Changed<>(state, List.of(events));
    }

    /** Nothing has to change. */
    static <S> Decision<S> unchanged() {
        return new Unchanged<>();
    }

    /** A rule refuses the command. */
    static <S> Decision<S> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
