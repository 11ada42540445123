package org.refugio.notification.ledger;

/** Stable codes for why a message was not sent; further codes are given by {@code CarrierRejected}. */
public final class FailureReasons {

    public static final String TOO_LATE = "too-late";
    public static final String NO_LONGER_VALID = "no-longer-stands";
    public static final String OPTED_OUT = "opted-out";
    public static final String NO_ADDRESS = "no-address";
    public static final String QUIET_HOURS = "quiet-hours";
    public static final String CARRIER_UNREACHABLE = "carrier-away";
    public static final String CALL_INTERRUPTED = "call-interrupted";

    private FailureReasons() {
    }
}
