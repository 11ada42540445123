package org.refugio.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the demo users, renewed before they run out (they live for a minute at most). */
final class AccessTokens {

    private static final Duration SPARE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> known = new ConcurrentHashMap<>();
    private final Set<String> renewing = ConcurrentHashMap.newKeySet();
    private final Installation at;

    AccessTokens(Installation at) {
        this.at = at;
    }

    String of(String user) {
        Token token = known.compute(user, (name, old) -> old != null && old.fresh() ? old : fetch(name));
        if (token.ageing() && renewing.add(user)) {
            Thread.startVirtualThread(() -> renew(user));
        }
        return token.value();
    }

    /** In advance and in the background, so that no request waits for it. */
    private void renew(String user) {
        try {
            known.put(user, fetch(user));
        } catch (UnexpectedResult | UncheckedIOException e) {
            // the old token is still valid for a while; the next renewal reports the failure
        } finally {
            renewing.remove(user);
        }
    }

    private Token fetch(String user) {
        String form = "grant_type=password&client_id=refugio-cli&username=" + ApiClient.encoded(user)
                + "&password=refugio";
        HttpRequest request = HttpRequest
                .newBuilder(URI.create(at.issuer() + "/protocol/openid-connect/token")).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new UnexpectedResult("the identity provider answered " + response.statusCode() + " for " + user);
            }
            JsonNode body = JSON.readTree(response.body());
            return new Token(body.path("access_token").asString(),
                    Instant.now().plusSeconds(body.path("expires_in").asInt()).minus(SPARE));
        } catch (IOException e) {
            throw new UncheckedIOException("the identity provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private record Token(String value, Instant until) {

        boolean fresh() {
            return Instant.now().isBefore(until);
        }

        boolean ageing() {
            return Instant.now().plus(SPARE).isAfter(until);
        }
    }
}
