package org.refugio.scheduling.appointments;

/** Where an appointment stands. */
public enum AppointmentStatus {
    /** Wanted and written down; it may hold nothing of what it needs yet, and nobody is told of it. */
    PENDING,
    /** It holds all that it needs. */
    BOOKED,
    /** It never came to be. */
    ABORTED,
    CANCELLED,
    HELD,
    MISSED;

    /** Whether anybody was ever told of it. */
    public boolean committed() {
        return switch (this) {
            case PENDING, ABORTED -> false;
            case BOOKED, CANCELLED, HELD, MISSED -> true;
        };
    }
}
