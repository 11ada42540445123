package org.refugio.scheduling.appointments;

/** The status of an appointment. */
public enum AppointmentStatus {
    /** Stored as requested; its claims may be incomplete, and it is not published. */
    PENDING,
    /** It holds all its claims. */
    BOOKED,
    /** It was never booked. */
    ABORTED,
    CANCELLED,
    HELD,
    MISSED;

    /** Whether it was ever published. */
    public boolean committed() {
        return switch (this) {
            case PENDING, ABORTED -> false;
            case BOOKED, CANCELLED, HELD, MISSED -> true;
        };
    }
}
