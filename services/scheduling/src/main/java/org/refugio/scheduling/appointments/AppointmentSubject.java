package org.refugio.scheduling.appointments;

import org.refugio.contracts.AppointmentKind;

/** For whom an appointment is, and what for. It never changes. */
public record AppointmentSubject(String caseId, String office, AppointmentKind kind, String language) {}
