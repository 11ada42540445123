package org.refugio.notification.ledger;

/** The stable words for why a message did not leave; what a carrier says besides is in {@code CarrierRefused}. */
final class Reasons {

    static final String TOO_LATE = "too-late";
    static final String NO_LONGER_STANDS = "no-longer-stands";
    static final String OPTED_OUT = "opted-out";
    static final String NO_ADDRESS = "no-address";
    static final String QUIET_HOURS = "quiet-hours";
    static final String CARRIER_AWAY = "carrier-away";
    static final String CALL_INTERRUPTED = "call-interrupted";

    private Reasons() {
    }
}
