package org.refugio.scheduling.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.refugio.contracts.ResourceKind;
import org.refugio.messaging.command.Refusal;
import org.refugio.procedure.languages.Languages;
import org.refugio.scheduling.slots.Slot;

/** The rules of booking that can refuse a command. */
public sealed interface BookingRefusal extends Refusal {

    /** There is no such kind of appointment. */
    record UnknownKind() implements InvalidBooking {

        @Override
        public String field() {
            return "kind";
        }
    }

    /** Only the authority sets its own dates. */
    record SetByAuthority() implements InvalidBooking {

        @Override
        public String field() {
            return "kind";
        }
    }

    /** The length is not possible. */
    record DurationNotPossible(int shortest, int longest) implements InvalidBooking {

        @Override
        public List<?> arguments() {
            return List.of(shortest, longest);
        }

        @Override
        public String field() {
            return "minutes";
        }
    }

    /** The clocks jump over this time. */
    record NoSuchLocalTime() implements InvalidTime {}

    /** Appointments start on quarters of an hour. */
    record NotOnTheGrid() implements InvalidTime {}

    /** It is past. */
    record NotInTheFuture() implements InvalidTime {}

    /** The office is closed. */
    record OutsideWorkingHours() implements InvalidTime {}

    /** What was chosen is not of this kind, or not of the case's office. */
    record NotSuitable(ResourceKind needed) implements InvalidBooking {

        @Override
        public List<?> arguments() {
            return List.of(Term.of(needed));
        }

        @Override
        public String field() {
            return needed.name().toLowerCase(Locale.ROOT) + "Id";
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>(InvalidBooking.super.details());
            details.put("kind", needed);
            return details;
        }
    }

    /** The lawyer and the person share no language. */
    record InterpreterNeeded(String language) implements InvalidBooking {

        @Override
        public List<?> arguments() {
            return List.of(nameOf(language));
        }

        @Override
        public String field() {
            return "interpreterId";
        }
    }

    /** The interpreter does not speak the person's language. */
    record InterpreterDoesNotSpeak(String language) implements InvalidBooking {

        @Override
        public List<?> arguments() {
            return List.of(nameOf(language));
        }

        @Override
        public String field() {
            return "interpreterId";
        }
    }

    /** A preparation is of no use after what it prepares for. */
    record PreparationTooLate() implements BookingRefusal {}

    /**
     * A person or a room that is needed has another appointment then.
     *
     * @param taken by kind and id
     */
    record AlreadyTaken(List<Taken> taken, List<Slot> alternatives) implements BookingRefusal {

        /** @param kind LAWYER, INTERPRETER, ROOM, or APPLICANT with the case's id */
        public record Taken(String kind, String id) {}

        @Override
        public List<?> arguments() {
            return List.of(taken.stream().map(each -> Term.of(Taken.class, each.kind())).distinct().toList());
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("taken", taken, "alternatives", alternatives);
        }
    }

    /** Another attempt at the same appointment is going on. */
    record BeingChanged() implements BookingRefusal {}

    /** The attempt did not end in time and was aborted. */
    record TookTooLong() implements BookingRefusal {}

    /** Refused whatever the current state: the input must change. */
    sealed interface InvalidBooking extends BookingRefusal {

        @Override
        default Kind kind() {
            return Kind.INVALID;
        }

        /** The field to correct. */
        String field();

        @Override
        default Map<String, Object> details() {
            return errors(field());
        }
    }

    /** The time must change. */
    sealed interface InvalidTime extends InvalidBooking {

        @Override
        default String field() {
            return "localStart";
        }
    }

    private static Function<Locale, String> nameOf(String language) {
        return reader -> Languages.shipped().find(language).map(each -> each.nameIn(reader)).orElse(language);
    }
}
