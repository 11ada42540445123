package org.refugio.scheduling.appointments.holding;

import java.util.Collection;
import java.util.List;

/** The claims of one attempt, taken or about to be taken. */
public record ClaimSet(String token, List<String> claims) {

    ClaimSet only(Collection<String> kept) {
        return new ClaimSet(token, claims.stream().filter(kept::contains).toList());
    }

    ClaimSet without(Collection<String> kept) {
        return new ClaimSet(token, claims.stream().filter(each -> !kept.contains(each)).toList());
    }

    boolean empty() {
        return claims.isEmpty();
    }
}
