package org.refugio.access.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");

    private final AtomicInteger verifications = new AtomicInteger();
    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
    private final RememberedTokens tokens = new RememberedTokens(this::verified, times);

    RememberedTokensTest() {
        times.setClock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aTokenIsVerifiedOnceAndAnotherOneForItself() {
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
        assertThat(tokens.decode("b").getSubject()).isEqualTo("b");

        assertThat(verifications).hasValue(2);
    }

    @Test
    void aRememberedTokenExpires() {
        tokens.decode("a");
        times.setClock(Clock.fixed(NOW.plusSeconds(61), ZoneOffset.UTC));

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void aRefusedTokenIsVerifiedAgain() {
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
            assertThat(verifications).hasValue(i);
        }
    }

    private Jwt verified(String token) {
        verifications.incrementAndGet();
        Jwt jwt = Jwt.withTokenValue(token).header("alg", "RS256").subject(token).issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(60)).build();
        if (token.equals("forged") || times.validate(jwt).hasErrors()) {
            throw new BadJwtException("refused");
        }
        return jwt;
    }
}
