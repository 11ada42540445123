package org.refugio.scheduling.appointments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.OutdatedRefusal;
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

    /** It was moved, answered or ended after the sender saw it. */
    record ChangedMeanwhile(EntityTag seen, Appointment now) implements AppointmentRefusal, OutdatedRefusal {

        private static final String UNKNOWN = "unknown";

        @Override
        public EntityTag current() {
            return now.tag();
        }

        @Override
        public List<?> arguments() {
            return List.of(now.plan().when().localStart(), states(current()), now.revision(), states(seen),
                    seen.number(Appointment.DATE));
        }

        private static List<Term> states(EntityTag tag) {
            return List.of(term(AppointmentStatus.class, tag.value(Appointment.STATUS)),
                    term(ApplicantAnswer.class, tag.value(Appointment.ANSWER)));
        }

        private static <E extends Enum<E>> Term term(Class<E> type, Optional<String> value) {
            return value.filter(name -> Arrays.stream(type.getEnumConstants()).map(Enum::name).anyMatch(name::equals))
                    .map(name -> Term.of(Enum.valueOf(type, name))).orElseGet(() -> Term.of(type, UNKNOWN));
        }
    }

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
            return errors(field);
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
