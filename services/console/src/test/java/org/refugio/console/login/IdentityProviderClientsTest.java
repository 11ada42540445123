package org.refugio.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityProviderClientsTest {

    private HttpServer provider;
    private String issuer;

    @BeforeEach
    void start() throws Exception {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/refugio";
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    private void says(String named) {
        byte[] body = "{\"issuer\":\"%s\"}".formatted(named).getBytes(StandardCharsets.UTF_8);
        provider.createContext("/realms/refugio/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Test
    void theMetadataOfTheIssuerAreTaken() {
        says(issuer);
        assertThat(IdentityProviderClients.metadata(issuer)).containsEntry("issuer", issuer);
    }

    @Test
    void theMetadataOfAnotherIssuerAreRefused() {
        says("http://127.0.0.1/another");
        assertThatThrownBy(() -> IdentityProviderClients.metadata(issuer)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(issuer);
    }
}
