package org.refugio.e2e;

import tools.jackson.databind.JsonNode;

/**
 * An HTTP response.
 *
 * @param request the method and path, for messages
 * @param body missing where the response was not JSON
 */
public record ApiResponse(String request, int status, JsonNode body) {

    /** The body of a successful response. */
    public JsonNode expect2xx() {
        if (status / 100 != 2) {
            throw new UnexpectedResult(request + " answered " + status + " " + body.path("type").asString("") + " "
                    + body.path("detail").asString(""));
        }
        return body;
    }

    /** Require another status. */
    public JsonNode expect(int wanted) {
        if (status != wanted) {
            throw new UnexpectedResult(request + " answered " + status + " instead of " + wanted);
        }
        return body;
    }
}
