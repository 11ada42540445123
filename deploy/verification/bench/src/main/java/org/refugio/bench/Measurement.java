package org.refugio.bench;

import java.util.List;

/** One of the things that {@code ./refugio bench} measures. */
public interface Measurement {

    /** What is typed behind {@code ./refugio bench}. */
    String name();

    /** What is measured, and how, in a sentence. */
    String how();

    /** Measure; takes a minute or two. */
    List<ResultRow> measure(MeasurementProgress progress) throws Exception;
}
