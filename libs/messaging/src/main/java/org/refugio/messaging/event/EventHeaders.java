package org.refugio.messaging.event;

/** The names of the record headers: CloudEvents in binary mode, and W3C trace context. */
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    /** The source aggregate. */
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    /** The event's place in its aggregate's own order, from 1. */
    public static final String SEQUENCE = "ce_sequence";
    /** Changes when a store was restored from a backup and sequences may repeat. */
    public static final String EPOCH = "ce_epoch";
    /** The sequence after which the epoch of this aggregate began; absent in the first epoch. */
    public static final String EPOCH_START = "ce_epochstart";
    public static final String TRACEPARENT = "traceparent";

    private EventHeaders() {
    }
}
