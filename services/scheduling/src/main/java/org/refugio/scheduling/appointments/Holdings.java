package org.refugio.scheduling.appointments;

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
public record Holdings(List<Hold> held, Intent intent, List<Release> releases) {

    static Holdings none() {
        return new Holdings(List.of(), null, List.of());
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
    Holdings attempt(Intent next, List<Instant> looks) {
        Holdings without = giveUp(looks);
        return new Holdings(held, next, without.releases());
    }

    /** The attempt is given up: its claims are freed now, and looked for again later. */
    Holdings giveUp(List<Instant> looks) {
        return intent == null
                ? this
                : new Holdings(held, null, join(releases, looks.stream().map(at -> new Release(intent.hold(), at))));
    }

    /** The attempt succeeded: what the new date does not need is to be freed. */
    Holdings succeed(Collection<String> needed, Instant now) {
        Stream<Hold> kept = Stream.concat(held.stream().map(each -> each.only(needed)), Stream.of(intent.hold()));
        return new Holdings(kept.filter(each -> !each.empty()).toList(), null,
                join(releases, held.stream().map(each -> each.without(needed)).filter(each -> !each.empty())
                        .map(each -> new Release(each, now))));
    }

    /** Nothing is needed any more. */
    Holdings letGo(Instant now, List<Instant> looks) {
        Holdings given = giveUp(looks);
        return new Holdings(List.of(), null,
                join(given.releases(), held.stream().map(each -> new Release(each, now))));
    }

    /** These were freed. */
    Holdings freed(Collection<Release> done) {
        return new Holdings(held, intent, releases.stream().filter(each -> !done.contains(each)).toList());
    }

    public List<Release> due(Instant now) {
        return releases.stream().filter(each -> !each.due().isAfter(now)).toList();
    }

    /** When somebody should look at it by themselves; null when never. */
    Instant nextLook() {
        return Stream.concat(Stream.ofNullable(intent).map(Intent::expiresAt), releases.stream().map(Release::due))
                .filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    private static List<Release> join(List<Release> some, Stream<Release> more) {
        return Stream.concat(some.stream(), more).toList();
    }
}
