package org.refugio.access.operations;

import org.refugio.messaging.command.Refusal;

/** The replay of a parked record failed again, or the record is no longer parked. */
record StillAtFault() implements Refusal {}
