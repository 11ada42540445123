package org.refugio.bench;

/** Shows progress; never part of the figures. */
@FunctionalInterface
public interface MeasurementProgress {

    void say(String what);
}
