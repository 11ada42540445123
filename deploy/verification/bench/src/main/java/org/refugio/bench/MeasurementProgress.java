package org.refugio.bench;

/** Tells the waiting person what is going on; never part of the figures. */
@FunctionalInterface
public interface MeasurementProgress {

    void say(String what);
}
