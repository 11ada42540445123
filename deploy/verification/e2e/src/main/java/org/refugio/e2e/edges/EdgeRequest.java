package org.refugio.e2e.edges;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that a client could send by mistake or on purpose.
 *
 * @param route the method and the path of the description, for the summary
 * @param variation what is unusual about it
 * @param user the user whose token it has; empty without a token
 * @param json whether the response must be JSON: false for a page of the console
 * @param namesField whether a 400 or 422 has to name the field
 */
record EdgeRequest(String route, String variation, String user, String method, String path,
        Map<String, String> headers, byte[] body, boolean json, boolean namesField) {

    private static final int LONGEST = 240;

    @Override
    public String toString() {
        return "%s %s (%s, %s)%s".formatted(method, shortened(path), variation, user.isEmpty() ? "no token" : user,
                body == null ? "" : " " + shortened(new String(body, StandardCharsets.UTF_8)));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
