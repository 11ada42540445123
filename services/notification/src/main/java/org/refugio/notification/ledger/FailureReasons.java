package org.refugio.notification.ledger;

/** The stable words for why a message did not leave; what a carrier says besides is in {@code CarrierRefused}. */
public final class FailureReasons {

    public static final String TOO_LATE = "too-late";
    public static final String NO_LONGER_STANDS = "no-longer-stands";
    public static final String OPTED_OUT = "opted-out";
    public static final String NO_ADDRESS = "no-address";
    public static final String QUIET_HOURS = "quiet-hours";
    public static final String CARRIER_AWAY = "carrier-away";
    public static final String CALL_INTERRUPTED = "call-interrupted";

    private FailureReasons() {
    }
}
