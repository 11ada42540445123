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
 * @param held of the date as it stands
 * @param intent what is being attempted now, or null
 * @param releases what is still to be freed
 */
public record AppointmentClaims(List<ClaimSet> held, BookingIntent intent, List<PendingRelease> releases) {

    static AppointmentClaims none() {
        return new AppointmentClaims(List.of(), null, List.of());
    }

    /** Whether a claim with this token can still belong here. Once it cannot, it never will again. */
    public boolean alive(String token) {
        return awaiting(token) || held.stream().anyMatch(each -> each.token().equals(token));
    }

    /** Whether this attempt is the one that is going on. */
    public boolean awaiting(String token) {
        return intent != null && intent.hold().token().equals(token);
    }

    public Set<String> heldIds() {
        Set<String> ids = new TreeSet<>();
        held.forEach(each -> ids.addAll(each.claims()));
        return ids;
    }

    /** A new attempt; one that was going on is given up. */
    public AppointmentClaims attempt(BookingIntent next, List<Instant> looks) {
        AppointmentClaims without = giveUp(looks);
        return new AppointmentClaims(held, next, without.releases());
    }

    /** The attempt is given up: its claims are freed now, and looked for again later. */
    public AppointmentClaims giveUp(List<Instant> looks) {
        return intent == null
                ? this
                : new AppointmentClaims(held, null,
                        join(releases, looks.stream().map(at -> new PendingRelease(intent.hold(), at))));
    }

    /** The attempt succeeded: what the new date does not need is to be freed. */
    public AppointmentClaims succeed(Collection<String> needed, Instant now) {
        Stream<ClaimSet> kept = Stream.concat(held.stream().map(each -> each.only(needed)), Stream.of(intent.hold()));
        return new AppointmentClaims(kept.filter(each -> !each.empty()).toList(), null,
                join(releases, held.stream().map(each -> each.without(needed)).filter(each -> !each.empty())
                        .map(each -> new PendingRelease(each, now))));
    }

    /** Nothing is needed any more. */
    public AppointmentClaims letGo(Instant now, List<Instant> looks) {
        AppointmentClaims given = giveUp(looks);
        return new AppointmentClaims(List.of(), null,
                join(given.releases(), held.stream().map(each -> new PendingRelease(each, now))));
    }

    /** These were freed. */
    public AppointmentClaims freed(Collection<PendingRelease> done) {
        return new AppointmentClaims(held, intent, releases.stream().filter(each -> !done.contains(each)).toList());
    }

    public List<PendingRelease> due(Instant now) {
        return releases.stream().filter(each -> !each.due().isAfter(now)).toList();
    }

    /** When somebody should look at it by themselves; null when never. */
    public Instant nextLook() {
        return Stream
                .concat(Stream.ofNullable(intent).map(BookingIntent::expiresAt),
                        releases.stream().map(PendingRelease::due))
                .filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    private static List<PendingRelease> join(List<PendingRelease> some, Stream<PendingRelease> more) {
        return Stream.concat(some.stream(), more).toList();
    }
}
