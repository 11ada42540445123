package org.refugio.notification.calls;

import java.time.Instant;

/** Somebody should call. {@code settledBy} is null until somebody did, or said that it is not needed. */
public record CallTask(String taskId, String caseId, String office, String appointmentId, String why, boolean open,
        Instant neededAt, String settledBy) {}
