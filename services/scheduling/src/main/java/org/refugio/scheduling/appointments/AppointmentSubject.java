package org.refugio.scheduling.appointments;

/** For whom an appointment is, and what for. It never changes. */
public record AppointmentSubject(String caseId, String office, String kind, String language) {}
