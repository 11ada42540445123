package org.refugio.scheduling.appointments;

import java.util.Collection;
import java.util.List;

/** Claims that one attempt took or is about to take. */
public record Hold(String token, List<String> claims) {

    Hold only(Collection<String> kept) {
        return new Hold(token, claims.stream().filter(kept::contains).toList());
    }

    Hold without(Collection<String> kept) {
        return new Hold(token, claims.stream().filter(each -> !kept.contains(each)).toList());
    }

    boolean empty() {
        return claims.isEmpty();
    }
}
