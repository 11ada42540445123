package org.refugio.console.services;

import static org.refugio.console.services.BalancedRequest.IDEMPOTENCY_KEY;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** The routes for operators, which every service has. */
@HttpExchange("/v1/operations")
public interface OperationsClient {

    record Discard(String reason, boolean allLater) {}

    /** A gap as the operator saw it. */
    record Skip(String producer, String aggregate, long after, long next, String reason) {}

    @GetExchange("/state")
    JsonNode state();

    @GetExchange("/parked")
    JsonNode parked();

    @GetExchange("/gaps")
    JsonNode gaps();

    @GetExchange("/discarded")
    JsonNode discarded(@RequestParam int page);

    @PostExchange("/gaps/skip")
    void skip(@RequestBody Skip command,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @PostExchange("/parked/{id}/replay")
    void replay(@PathVariable String id, @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @PostExchange("/parked/{id}/discard")
    void discard(@PathVariable String id, @RequestBody Discard command,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);
}
