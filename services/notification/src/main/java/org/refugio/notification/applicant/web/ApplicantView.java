package org.refugio.notification.applicant.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The content of the applicant page. {@code with} and {@code place} are null where they are not known.
 *
 * @param answered the person's current answer about this date: {@code CONFIRMED}, {@code WANTS_CHANGE} or null
 * @param etag the entity tag for an answer
 */
record ApplicantView(String office, String language, boolean stands, LocalDateTime localStart, String zone,
        Instant start, int minutes, String place, String with, boolean interpreter, String answered,
        List<String> missing, String etag) {}
