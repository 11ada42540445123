package org.refugio.scheduling.cases;

/** A case, copied from intake's events. */
public record KnownCase(String caseId, String office, String zone, String language) {

    KnownCase withLanguage(String changed) {
        return changed == null ? this : new KnownCase(caseId, office, zone, changed);
    }
}
