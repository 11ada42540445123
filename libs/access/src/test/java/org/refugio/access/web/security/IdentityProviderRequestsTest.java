package org.refugio.access.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.refugio.access.AccessSettings;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.unit.DataSize;

class IdentityProviderRequestsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

    /** It accepts connections and never answers. */
    @Test
    void aProviderThatHangsHoldsATokenForSecondsOnly() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            MockEnvironment environment = new MockEnvironment().withProperty("refugio.issuer",
                    "http://127.0.0.1:" + hanging.getLocalPort() + "/realms/refugio");
            JwtDecoder decoder = new SecurityAutoConfiguration().jwtDecoder(environment,
                    new AccessSettings("refugio-api",
                            "memberships", "sub", Duration.ofSeconds(5), DataSize.ofKilobytes(256)));
            long began = System.nanoTime();
            assertThatThrownBy(() -> decoder.decode(TOKEN)).isInstanceOf(RuntimeException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT);
        }
    }
}
