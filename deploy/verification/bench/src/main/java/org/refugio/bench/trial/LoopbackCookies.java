package org.refugio.bench.trial;

import java.net.CookieHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The cookies of one person on the loopback address. Browsers send {@code Secure} cookies to the loopback address over
 * HTTP, the handler of the JDK does not.
 */
final class LoopbackCookies extends CookieHandler {

    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
        return kept.isEmpty()
                ? Map.of()
                : Map.of("Cookie", List.of(kept.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; "))));
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) {
        headers.forEach((name, values) -> {
            if (name.equalsIgnoreCase("Set-Cookie")) {
                values.forEach(this::keep);
            }
        });
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair.length < 2 || pair[1].isEmpty()) {
            kept.remove(pair[0].strip());
        } else {
            kept.put(pair[0].strip(), pair[1]);
        }
    }
}
