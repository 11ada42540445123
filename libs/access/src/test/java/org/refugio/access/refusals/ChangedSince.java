package org.refugio.access.refusals;

import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.OutdatedRefusal;

/** A refusal of a sender who saw an earlier state. */
public record ChangedSince(EntityTag current) implements OutdatedRefusal {}
