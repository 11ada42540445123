package org.refugio.console.readmodel;

/** Something a person has to do: a call to make. */
public record CallTaskProjection(String taskId, String caseId, String office, String why, String neededAt,
        boolean open) {}
