package org.refugio.scheduling.appointments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.refugio.messaging.command.Refusal;

/** The rules that can refuse to change an appointment. */
public sealed interface AppointmentRefusal extends Refusal {

    /** It is over, or never came to be. */
    record NotStanding(AppointmentStatus status) implements AppointmentRefusal {

        @Override
        public List<?> arguments() {
            return List.of(Term.of(status));
        }
    }

    /** The authority's dates are facts. */
    record SetByAuthority() implements AppointmentRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** It was moved after the reader saw it. */
    record ChangedMeanwhile(int revision) implements AppointmentRefusal {}

    /** A list has a first and a last day, in order and at most {@code longest} days apart, or neither. */
    record DaysNotPossible(String field, int longest) implements AppointmentRefusal {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public List<?> arguments() {
            return List.of(longest);
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("errors", List.of(Map.of("field", field, "rule", rule())));
        }
    }

    /** Attendance is not known before the day. */
    record NotBeforeItsDay(LocalDate day) implements AppointmentRefusal {

        @Override
        public List<?> arguments() {
            return List.of(day);
        }
    }
}
