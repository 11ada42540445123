package org.refugio.scheduling.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.ClaimSet;
import org.refugio.scheduling.claims.Claim;
import org.refugio.scheduling.claims.Claims;
import org.springframework.stereotype.Component;

/**
 * Takes the claims of a durable intent, and clears dead ones out of the way.
 *
 * <p>A claim is dead when its owner's state does not name its token. Tokens are written into the state before any claim
 * carries them and never come back once they have left it, so a claim that was read first and found dead afterwards is
 * dead for ever, and freeing it by id and token cannot hit a live one.
 */
@Component
class ClaimAcquisition {

    private static final int ROUNDS = 5;

    private final AggregateRepository<Appointment> appointments;
    private final Claims claims;
    private final AttemptLeases leases;

    ClaimAcquisition(AggregateRepository<Appointment> appointments, Claims claims, AttemptLeases leases) {
        this.appointments = appointments;
        this.claims = claims;
        this.leases = leases;
    }

    /** Take all of them; on a conflict some may be taken, and the caller gives the attempt up. */
    ClaimResult all(String owner, String bucket, ClaimSet hold) {
        List<String> missing = hold.claims();
        for (int round = 0; round < ROUNDS; round++) {
            if (claims.take(owner, hold.token(), bucket, missing)) {
                return new ClaimResult.All();
            }
            List<Claim> found = claims.find(hold.claims());
            List<Claim> others = found.stream().filter(each -> !each.token().equals(hold.token())).toList();
            List<Claim> alive = alive(others);
            if (!alive.isEmpty()) {
                return new ClaimResult.Conflict(alive.stream().map(Claim::id).toList());
            }
            Set<String> mine = found.stream().filter(each -> each.token().equals(hold.token())).map(Claim::id)
                    .collect(Collectors.toSet());
            missing = hold.claims().stream().filter(each -> !mine.contains(each)).toList();
        }
        return new ClaimResult.Conflict(missing);
    }

    /**
     * Take whatever is free for a date that stands anyway; the owners of the rest, who are in its way. Each round looks
     * again, until everything is either ours or somebody's.
     */
    List<String> whatIsFree(Appointment owner, String bucket, ClaimSet hold, List<String> needed) {
        List<String> others = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            claims.takeFree(owner.appointmentId(), hold.token(), bucket, hold.claims());
            List<Claim> found = claims.find(needed);
            List<Claim> mine = found.stream().filter(each -> each.owner().equals(owner.appointmentId())).toList();
            List<Claim> alive = alive(found.stream().filter(each -> !mine.contains(each)).toList());
            others = alive.stream().map(Claim::owner).distinct().sorted().toList();
            if (mine.size() + alive.size() == needed.size()) {
                return others;
            }
        }
        return others;
    }

    /** Those of these claims that may still count; the dead ones are freed. */
    private List<Claim> alive(List<Claim> others) {
        List<Claim> alive = new ArrayList<>();
        others.stream().collect(Collectors.groupingBy(each -> List.of(each.owner(), each.token())))
                .forEach((attempt, theirs) -> {
                    if (isAlive(attempt.getFirst(), attempt.getLast())) {
                        alive.addAll(theirs);
                    } else {
                        claims.free(attempt.getLast(), theirs.stream().map(Claim::id).toList());
                    }
                });
        return alive;
    }

    private boolean isAlive(String owner, String token) {
        appointments.update(owner, found -> abandoned(found)
                ? Decision.changed(found.givingUp(leases.looks()))
                : Decision.unchanged());
        return appointments.find(owner).map(StoredAggregate::state).filter(found -> found.holdings().alive(token))
                .isPresent();
    }

    private boolean abandoned(Appointment found) {
        return !found.setByAuthority() && found.holdings().intent() != null
                && found.holdings().intent().expired(leases.now());
    }
}
