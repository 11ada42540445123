package org.refugio.scheduling.claims;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ids of claims. A holder is a resource's id, or {@code case:<caseId>} for the person. */
public final class ClaimIds {

    /** The grid that every appointment starts on. */
    public static final Duration QUARTER = Duration.ofMinutes(15);

    private static final String CASE = "case:";

    private ClaimIds() {
    }

    public static String ofCase(String caseId) {
        return CASE + caseId;
    }

    public static boolean isCase(String holder) {
        return holder.startsWith(CASE);
    }

    /** The case id of a holder that is a case. */
    public static String caseOf(String holder) {
        return holder.substring(CASE.length());
    }

    public static String holderOf(String claimId) {
        return claimId.substring(0, claimId.indexOf('|'));
    }

    /** The office and local day: claims are queried per day, by equality. */
    public static String bucket(String office, LocalDate localDate) {
        return office + "|" + localDate;
    }

    public static String id(String holder, Instant quarter) {
        return holder + "|" + quarter;
    }

    /** The quarters that a span of time touches. */
    public static List<Instant> quarters(Instant start, int minutes) {
        List<Instant> quarters = new ArrayList<>();
        Instant end = start.plus(Duration.ofMinutes(minutes));
        long length = QUARTER.toSeconds();
        for (Instant at = Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), length) * length); at
                .isBefore(end); at = at.plus(QUARTER)) {
            quarters.add(at);
        }
        return quarters;
    }

    /** All claims of these holders for this time, in the order in which every attempt takes them. */
    public static List<String> all(Collection<String> holders, Instant start, int minutes) {
        List<Instant> quarters = quarters(start, minutes);
        return holders.stream().flatMap(holder -> quarters.stream().map(at -> id(holder, at))).sorted().toList();
    }
}
