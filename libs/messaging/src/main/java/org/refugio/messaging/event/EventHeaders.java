package org.refugio.messaging.event;

/** The names of the record headers: CloudEvents 1.0 in binary mode, and W3C trace context. */
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    /** The id of the source aggregate. */
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    /** The event's sequence within its aggregate, decimal, from 1. */
    public static final String SEQUENCE = "ce_sequence";
    /** The epoch of the producer's store, decimal, from 1; a restore from a backup starts a new one. */
    public static final String EPOCH = "ce_epoch";
    /** The aggregate's sequence when the epoch began; absent in the first epoch. */
    public static final String EPOCH_START = "ce_epochstart";
    public static final String TRACEPARENT = "traceparent";

    private EventHeaders() {
    }
}
