package org.refugio.scheduling.booking;

import java.time.LocalDateTime;
import java.util.Optional;
import org.refugio.procedure.process.AppointmentKind;

/** A requested date, before any rule was applied; {@code kind} is empty where the requested one does not exist. */
record BookingRequest(Optional<AppointmentKind> kind, LocalDateTime localStart, int minutes, String lawyerId,
        String interpreterId, String roomId) {}
