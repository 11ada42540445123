package org.refugio.scheduling.appointments;

/** The case and the kind of an appointment; they never change. */
public record AppointmentSubject(String caseId, String office, String kind, String language) {}
