package org.refugio.scheduling.appointments;

import java.time.LocalDate;
import org.refugio.messaging.command.Refusal;

/** What can stand against changing an appointment. */
public sealed interface AppointmentRefusal extends Refusal {

    /** It is over, or never came to be. */
    record NotStanding(AppointmentStatus status) implements AppointmentRefusal {

        @Override
        public String rule() {
            return "not-standing";
        }

        @Override
        public String explanation() {
            return "This appointment does not stand any more (" + status.name().toLowerCase(java.util.Locale.ROOT)
                    + "). Book a new one.";
        }
    }

    /** The authority's dates are facts. */
    record SetByAuthority() implements AppointmentRefusal {

        @Override
        public String rule() {
            return "set-by-authority";
        }

        @Override
        public String explanation() {
            return "The authority sets this date. Record the authority's new date, or the attendance, in the case.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** What was seen is not what is. */
    record ChangedMeanwhile(int revision) implements AppointmentRefusal {

        @Override
        public String rule() {
            return "changed-meanwhile";
        }

        @Override
        public String explanation() {
            return "Somebody moved this appointment meanwhile. Look at it again before you move it.";
        }
    }

    /** Nobody can have come, or stayed away, before the day. */
    record NotYet(LocalDate day) implements AppointmentRefusal {

        @Override
        public String rule() {
            return "not-before-its-day";
        }

        @Override
        public String explanation() {
            return "This appointment is on " + day + ". Record who came on that day or later.";
        }
    }
}
