package org.refugio.access.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * Remembers for a minute which tokens were valid: people send the same token with every request, and its signature
 * would otherwise be verified each time. Its times are checked at every use. A key that the identity provider withdraws
 * is therefore accepted for at most a minute longer.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final JwtDecoder verifier;
    private final JwtTimestampValidator times;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** @param verifier checks everything and throws for an invalid token, which is not remembered */
    RememberedTokens(JwtDecoder verifier, JwtTimestampValidator times) {
        this.verifier = verifier;
        this.times = times;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null && !times.validate(known).hasErrors()) {
            return known;
        }
        Jwt checked = verifier.decode(token);
        verified.put(token, checked);
        return checked;
    }
}
