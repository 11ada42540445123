package org.refugio.notification.applicant.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The content of the applicant page. {@code with} and {@code place} are null where they are not known. */
record ApplicantView(String office, String language, boolean stands, LocalDateTime localStart, String zone,
        Instant start, int minutes, String place, String with, boolean interpreter, String answered,
        List<String> missing) {}
