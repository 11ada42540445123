package org.refugio.console.services;

import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Calls whose result a page can do without. */
public final class OptionalAnswer {

    private OptionalAnswer() {
    }

    /** Missing when the service is unreachable or refuses. */
    public static JsonNode of(Supplier<JsonNode> call) {
        try {
            return call.get();
        } catch (ServiceUnreachable | ServiceRefusal e) {
            return MissingNode.getInstance();
        }
    }
}
