package org.refugio.bench.trial;

import java.util.function.IntSupplier;

/**
 * A command about to be sent.
 *
 * @param kind for the statistics
 * @param fire sends it and returns the status of the response
 */
record PlannedCommand(String kind, IntSupplier fire) {}
