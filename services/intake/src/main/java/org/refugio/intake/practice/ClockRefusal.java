package org.refugio.intake.practice;

import org.refugio.messaging.command.Refusal;

/** Why a clock is not moved. */
sealed interface ClockRefusal extends Refusal {

    /** Only an installation that was started for practice can move its clock. */
    record ClockFollowsRealTime() implements ClockRefusal {}

    /** The moment is past. */
    record ClockNeverGoesBack() implements ClockRefusal {}
}
