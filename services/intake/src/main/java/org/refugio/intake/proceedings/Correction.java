package org.refugio.intake.proceedings;

/**
 * Whether a command replaces a fact that was recorded wrongly.
 *
 * @param reason the reason; required for a correction
 */
record Correction(boolean requested, String reason) {

    static final Correction NONE = new Correction(false, null);

    /** From a command's members; both may be absent. */
    static Correction of(Boolean correction, String reason) {
        return Boolean.TRUE.equals(correction) ? new Correction(true, reason) : NONE;
    }

    boolean lacksReason() {
        return requested && (reason == null || reason.isBlank());
    }
}
