package org.refugio.bench;

import java.util.List;

/** A measurement of {@code ./refugio bench}. */
public interface Measurement {

    /** The argument of {@code ./refugio bench}. */
    String name();

    /** What is measured and how, in one sentence. */
    String how();

    /** Measure; takes a minute or two. */
    List<ResultRow> measure(MeasurementProgress progress) throws Exception;
}
