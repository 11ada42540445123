package org.refugio.intake.practice;

import org.refugio.messaging.command.Refusal;

/** Why a clock is not moved. */
enum ClockRefusal implements Refusal {
    FOLLOWS_REAL_TIME("clock-follows-real-time",
            "This installation follows real time. Only one that was started for practice can move its clock."),
    NEVER_BACK(
            "clock-never-goes-back", "Time only goes forward: choose a moment that is still to come.");

    private final String rule;
    private final String explanation;

    ClockRefusal(String rule, String explanation) {
        this.rule = rule;
        this.explanation = explanation;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
