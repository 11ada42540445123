package org.refugio.messaging;

/** The names of the record headers: CloudEvents in binary mode, and W3C trace context. */
final class Headers {

    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    /** The source aggregate. */
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    /** The event's place in its aggregate's own order, from 1. */
    static final String SEQUENCE = "ce_sequence";
    /** Changes when a store was restored from a backup and sequences may repeat. */
    static final String EPOCH = "ce_epoch";
    /** The sequence after which the epoch of this aggregate began; absent in the first epoch. */
    static final String EPOCH_START = "ce_epochstart";
    static final String TRACEPARENT = "traceparent";

    private Headers() {
    }
}
