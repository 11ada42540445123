package org.refugio.scheduling.booking;

import java.time.LocalDateTime;
import org.refugio.contracts.AppointmentKind;

/** A date that somebody asks for, before any rule has looked at it. */
record BookingRequest(AppointmentKind kind, LocalDateTime localStart, int minutes, String lawyerId,
        String interpreterId,
        String roomId) {}
