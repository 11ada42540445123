package org.refugio.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;

/** Checks the stored collections without using the service's code. */
public final class IndependentCheck {

    private final MongoDatabase database;

    public IndependentCheck(MongoDatabase database) {
        this.database = database;
    }

    private record Busy(String holder, Instant from, Instant until, String appointment) {

        boolean overlaps(Busy other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }
    }

    /** No person or resource is in two appointments at the same time. */
    public void noHolderIsDoubleBooked() {
        Map<String, List<Busy>> byHolder = new TreeMap<>();
        booked().stream().flatMap(IndependentCheck::busy)
                .forEach(each -> byHolder.computeIfAbsent(each.holder(), _ -> new ArrayList<>()).add(each));
        byHolder.values().forEach(all -> {
            for (int i = 0; i < all.size(); i++) {
                for (int k = i + 1; k < all.size(); k++) {
                    assertThat(all.get(i).overlaps(all.get(k))).as("%s and %s", all.get(i), all.get(k)).isFalse();
                }
            }
        });
    }

    /** Every booked appointment has each of its claims, and there are no other claims. */
    public void claimsAreExactlyThoseOfBookedAppointments() {
        Map<String, String> expected = new TreeMap<>();
        booked().stream().flatMap(IndependentCheck::busy).forEach(each -> {
            for (Instant at = each.from(); at.isBefore(each.until()); at = at.plus(Duration.ofMinutes(15))) {
                expected.put(each.holder() + "|" + at, each.appointment());
            }
        });
        Map<String, String> found = new TreeMap<>();
        database.getCollection("claims").find()
                .forEach(each -> found.put(each.getString("_id"), each.getString("owner")));
        assertThat(found).isEqualTo(expected);
    }

    public long bookedCount() {
        return booked().size();
    }

    public boolean nothingIsUnsettled() {
        return database.getCollection("appointments").countDocuments(new Document("state.unsettled", true)) == 0;
    }

    private List<Document> booked() {
        List<Document> found = new ArrayList<>();
        database.getCollection("appointments").find().forEach(each -> {
            Document state = each.get("state", Document.class);
            if (List.of("BOOKED", "HELD", "MISSED").contains(state.getString("status"))) {
                found.add(state);
            }
        });
        return found;
    }

    private static Stream<Busy> busy(Document state) {
        Document plan = state.get("plan", Document.class);
        Document when = plan.get("when", Document.class);
        Instant from = Instant.parse(when.getString("start"));
        Instant until = from.plus(Duration.ofMinutes(when.getInteger("minutes")));
        return Stream.of("case:" + state.get("about", Document.class).getString("caseId"), plan.getString("lawyerId"),
                plan.getString("interpreterId"), plan.getString("roomId")).filter(Objects::nonNull)
                .map(holder -> new Busy(holder, from, until, state.getString("appointmentId")));
    }
}
