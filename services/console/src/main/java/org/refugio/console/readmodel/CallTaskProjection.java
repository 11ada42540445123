package org.refugio.console.readmodel;

/** A call that staff have to make. */
public record CallTaskProjection(String taskId, String caseId, String office, String why, String neededAt,
        boolean open) {}
