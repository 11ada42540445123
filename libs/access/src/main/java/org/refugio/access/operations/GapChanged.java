package org.refugio.access.operations;

import org.refugio.messaging.command.Refusal;

/** The gap is no longer as the operator saw it, or an event of its aggregate is parked. */
record GapChanged() implements Refusal {}
