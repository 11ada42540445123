package org.refugio.legalclock.data;

import java.time.LocalDate;

/** Whether someone compared an entry with its source. */
public sealed interface Verification {

    /**
     * It was compared.
     *
     * @param by who did it and with what
     */
    record Verified(Certainty certainty, String by, LocalDate on) implements Verification {}

    /**
     * It was not, or not completely; every answer that uses the entry has a warning.
     *
     * @param missing what is missing and who must supply it
     */
    record Unverified(LocalizedText missing) implements Verification {}
}
