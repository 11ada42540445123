package org.refugio.notification.calls;

import java.time.Instant;

/** A request to call a person. {@code settledBy} is null until the call was made or declined. */
public record CallTask(String taskId, String caseId, String office, String appointmentId, String why, boolean open,
        Instant neededAt, String settledBy) {}
