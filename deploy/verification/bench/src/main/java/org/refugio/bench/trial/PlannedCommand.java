package org.refugio.bench.trial;

import java.util.function.BooleanSupplier;

/**
 * A command about to be sent.
 *
 * @param kind for the statistics
 * @param fire sends it and returns whether it was accepted
 */
record PlannedCommand(String kind, BooleanSupplier fire) {}
