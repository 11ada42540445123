package org.refugio.scheduling.appointments.holding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The claims of an appointment.
 *
 * @param held the claims of the current date
 * @param intent the attempt in progress, or null
 * @param releases claims that are still to be released
 */
public record AppointmentClaims(List<ClaimSet> held, BookingIntent intent, List<PendingRelease> releases) {

    static AppointmentClaims none() {
        return new AppointmentClaims(List.of(), null, List.of());
    }

    /** Whether a claim with this token may belong to this appointment. Once it cannot, it never can again. */
    public boolean isAlive(String token) {
        return isAttempting(token) || held.stream().anyMatch(each -> each.token().equals(token));
    }

    /** Whether this attempt is the one in progress. */
    public boolean isAttempting(String token) {
        return intent != null && intent.hold().token().equals(token);
    }

    public Set<String> heldIds() {
        Set<String> ids = new TreeSet<>();
        held.forEach(each -> ids.addAll(each.claims()));
        return ids;
    }

    /** Starts a new attempt; an attempt in progress is abandoned. */
    public AppointmentClaims startAttempt(BookingIntent next, List<Instant> releaseTimes) {
        AppointmentClaims abandoned = abandonAttempt(releaseTimes);
        return new AppointmentClaims(held, next, abandoned.releases());
    }

    /** The attempt is abandoned: its claims are released now, and searched for again later. */
    public AppointmentClaims abandonAttempt(List<Instant> releaseTimes) {
        return intent == null
                ? this
                : new AppointmentClaims(held, null,
                        join(releases, releaseTimes.stream().map(at -> new PendingRelease(intent.hold(), at))));
    }

    /** The attempt succeeded: claims that the new date does not need are to be released. */
    public AppointmentClaims succeed(Collection<String> needed, Instant now) {
        Stream<ClaimSet> kept = Stream.concat(held.stream().map(each -> each.only(needed)), Stream.of(intent.hold()));
        return new AppointmentClaims(kept.filter(each -> !each.empty()).toList(), null,
                join(releases, held.stream().map(each -> each.without(needed)).filter(each -> !each.empty())
                        .map(each -> new PendingRelease(each, now))));
    }

    /** All claims are to be released. */
    public AppointmentClaims releaseAll(Instant now, List<Instant> releaseTimes) {
        AppointmentClaims abandoned = abandonAttempt(releaseTimes);
        return new AppointmentClaims(List.of(), null,
                join(abandoned.releases(), held.stream().map(each -> new PendingRelease(each, now))));
    }

    /** These claims were released. */
    public AppointmentClaims withReleased(Collection<PendingRelease> done) {
        return new AppointmentClaims(held, intent, releases.stream().filter(each -> !done.contains(each)).toList());
    }

    public List<PendingRelease> due(Instant now) {
        return releases.stream().filter(each -> !each.due().isAfter(now)).toList();
    }

    /** When the sweeper has to process it; null when never. */
    public Instant nextSweep() {
        return Stream
                .concat(Stream.ofNullable(intent).map(BookingIntent::expiresAt),
                        releases.stream().map(PendingRelease::due))
                .filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    private static List<PendingRelease> join(List<PendingRelease> some, Stream<PendingRelease> more) {
        return Stream.concat(some.stream(), more).toList();
    }
}
