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
 * Takes the claims of a stored intent, and removes dead claims that conflict with it.
 *
 * <p>A claim is dead when its owner's state does not contain its token. A token is stored in the state before any claim
 * with it is written, and is never reused after its removal. Therefore a claim that was read before its owner's state
 * and is dead stays dead, and releasing it by id and token cannot affect a live one.
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

    /** Takes all claims; on a conflict some may be taken, and the caller abandons the attempt. */
    ClaimResult takeAll(String owner, String bucket, ClaimSet hold) {
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
            Set<String> own = found.stream().filter(each -> each.token().equals(hold.token())).map(Claim::id)
                    .collect(Collectors.toSet());
            missing = hold.claims().stream().filter(each -> !own.contains(each)).toList();
        }
        return new ClaimResult.Conflict(missing);
    }

    /**
     * Takes the free claims for a date that is recorded regardless of conflicts; returns the owners of the others.
     * Repeats until every claim is held by this appointment or another one.
     */
    List<String> takeFree(Appointment owner, String bucket, ClaimSet hold, List<String> needed) {
        List<String> others = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            claims.takeFree(owner.appointmentId(), hold.token(), bucket, hold.claims());
            List<Claim> found = claims.find(needed);
            // a claim of its own abandoned attempt is about to be released: it does not count as held
            List<Claim> own = found.stream().filter(each -> each.owner().equals(owner.appointmentId())
                    && owner.holdings().isAlive(each.token())).toList();
            List<Claim> alive = alive(found.stream().filter(each -> !own.contains(each)).toList());
            others = alive.stream().map(Claim::owner).filter(each -> !each.equals(owner.appointmentId())).distinct()
                    .sorted().toList();
            if (own.size() + alive.size() == needed.size()) {
                return others;
            }
        }
        return others;
    }

    /** Those of these claims that may be alive; dead ones are released. */
    private List<Claim> alive(List<Claim> others) {
        List<Claim> alive = new ArrayList<>();
        others.stream().collect(Collectors.groupingBy(each -> List.of(each.owner(), each.token())))
                .forEach((attempt, attemptClaims) -> {
                    if (isAlive(attempt.getFirst(), attempt.getLast())) {
                        alive.addAll(attemptClaims);
                    } else {
                        claims.release(attempt.getLast(), attemptClaims.stream().map(Claim::id).toList());
                    }
                });
        return alive;
    }

    private boolean isAlive(String owner, String token) {
        appointments.update(owner, found -> isAbandoned(found)
                ? Decision.changed(found.withAttemptAbandoned(leases.releaseTimes()))
                : Decision.unchanged());
        return appointments.find(owner).map(StoredAggregate::state).filter(found -> found.holdings().isAlive(token))
                .isPresent();
    }

    private boolean isAbandoned(Appointment found) {
        return !found.setByAuthority() && found.holdings().intent() != null
                && found.holdings().intent().expired(leases.now());
    }
}
