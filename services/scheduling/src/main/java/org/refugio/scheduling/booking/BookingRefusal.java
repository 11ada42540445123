package org.refugio.scheduling.booking;

import java.util.List;
import java.util.Map;
import org.refugio.contracts.ResourceKind;
import org.refugio.messaging.command.Refusal;
import org.refugio.scheduling.slots.Slot;

/** The rules of booking that can refuse a command. */
public sealed interface BookingRefusal extends Refusal {

    /** There is no such kind of appointment. */
    record UnknownKind() implements Wrong {

        @Override
        public String rule() {
            return "unknown-kind";
        }

        @Override
        public String explanation() {
            return "There is no such kind of appointment. Choose one from the list.";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("errors", List.of(Map.of("field", "kind", "rule", rule())));
        }
    }

    /** Only the authority sets its own dates. */
    record OnlyByAuthority() implements Wrong {

        @Override
        public String rule() {
            return "set-by-authority";
        }

        @Override
        public String explanation() {
            return "The authority sets this date. Record it in the case, and it appears here.";
        }
    }

    /** The length cannot be. */
    record DurationNotPossible(int shortest, int longest) implements Wrong {

        @Override
        public String rule() {
            return "duration-not-possible";
        }

        @Override
        public String explanation() {
            return "An appointment lasts from " + shortest + " to " + longest + " minutes.";
        }
    }

    /** The clocks jump over this time. */
    record NoSuchLocalTime() implements Wrong {

        @Override
        public String rule() {
            return "no-such-local-time";
        }

        @Override
        public String explanation() {
            return "The clocks go forward that night and this time does not exist. Choose another.";
        }
    }

    /** Appointments start on quarters of an hour. */
    record NotOnTheGrid() implements Wrong {

        @Override
        public String rule() {
            return "not-on-the-grid";
        }

        @Override
        public String explanation() {
            return "Appointments start at :00, :15, :30 or :45.";
        }
    }

    /** It is past. */
    record NotInTheFuture() implements Wrong {

        @Override
        public String rule() {
            return "not-in-the-future";
        }

        @Override
        public String explanation() {
            return "This time is past. Choose a later one.";
        }
    }

    /** The office is closed. */
    record OutsideWorkingHours() implements Wrong {

        @Override
        public String rule() {
            return "outside-working-hours";
        }

        @Override
        public String explanation() {
            return "The office does not work for all of that time. Choose a time within its hours.";
        }
    }

    /** What was named is not of this kind, or not of the case's office. */
    record NotSuitable(ResourceKind needed) implements Wrong {

        @Override
        public String rule() {
            return "not-suitable";
        }

        @Override
        public String explanation() {
            return "Choose a " + needed.name().toLowerCase(java.util.Locale.ROOT) + " of the case's office.";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("kind", needed);
        }
    }

    /** The lawyer and the person share no language. */
    record InterpreterNeeded(String language) implements Wrong {

        @Override
        public String rule() {
            return "interpreter-needed";
        }

        @Override
        public String explanation() {
            return "The lawyer does not speak the person's language (" + language + "). Add an interpreter who does.";
        }
    }

    /** The interpreter does not speak the person's language. */
    record InterpreterDoesNotSpeak(String language) implements Wrong {

        @Override
        public String rule() {
            return "interpreter-does-not-speak";
        }

        @Override
        public String explanation() {
            return "The interpreter does not speak the person's language (" + language + "). Choose another.";
        }
    }

    /** A preparation is of no use after what it prepares for. */
    record PreparationTooLate() implements BookingRefusal {

        @Override
        public String rule() {
            return "preparation-too-late";
        }

        @Override
        public String explanation() {
            return "The preparation must end before the authority's interview begins. Choose an earlier time.";
        }
    }

    /**
     * Somebody or something that is needed has another appointment then.
     *
     * @param taken by kind and id
     */
    record AlreadyTaken(List<Taken> taken, List<Slot> alternatives) implements BookingRefusal {

        /** @param kind LAWYER, INTERPRETER, ROOM, or APPLICANT with the case's id */
        public record Taken(String kind, String id) {}

        @Override
        public String rule() {
            return "already-taken";
        }

        @Override
        public String explanation() {
            return "Not free at that time: " + String.join(", ", taken.stream().map(Taken::kind).distinct()
                    .map(kind -> kind.toLowerCase(java.util.Locale.ROOT)).toList())
                    + ". Nothing was booked. Choose another time or one of the alternatives.";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("taken", taken, "alternatives", alternatives);
        }
    }

    /** Another attempt at the same appointment is going on. */
    record BeingChanged() implements BookingRefusal {

        @Override
        public String rule() {
            return "being-changed";
        }

        @Override
        public String explanation() {
            return "This appointment is being changed at this moment. Try again in a few seconds.";
        }
    }

    /** It took so long that the attempt was given up. */
    record TookTooLong() implements BookingRefusal {

        @Override
        public String rule() {
            return "took-too-long";
        }

        @Override
        public String explanation() {
            return "This took too long and was given up; nothing was changed. Try again.";
        }
    }

    /** Refused whatever the present state: the input must change. */
    sealed interface Wrong extends BookingRefusal {

        @Override
        default Kind kind() {
            return Kind.INVALID;
        }
    }
}
