package org.refugio.scheduling.cases;

/** A case as intake told of it. */
public record KnownCase(String caseId, String office, String zone, String language) {

    KnownCase speaking(String now) {
        return now == null ? this : new KnownCase(caseId, office, zone, now);
    }
}
