package org.refugio.procedure.process;

import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;

/** A step and how far it is moved. */
public record StepMove(Step step, StepStatus to) {}
