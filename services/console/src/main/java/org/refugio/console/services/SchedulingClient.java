package org.refugio.console.services;

import static org.refugio.console.services.BalancedRequest.IDEMPOTENCY_KEY;

import org.refugio.messaging.command.CommandReceipt;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** Scheduling's routes. Times are sent as they were typed: the service decides whether they are valid. */
@HttpExchange("/v1")
public interface SchedulingClient {

    record Booking(String caseId, String kind, String localStart, int minutes, String lawyerId, String interpreterId,
            String roomId) {}

    record Reschedule(String localStart) {}

    @GetExchange("/slots")
    JsonNode slots(@RequestParam String caseId, @RequestParam String kind,
            @RequestParam(required = false) String from);

    @PostExchange("/appointments")
    CommandReceipt book(@RequestBody Booking command,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @PostExchange("/appointments/{id}/reschedule")
    CommandReceipt reschedule(@PathVariable String id, @RequestBody Reschedule command,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    /**
     * @param outcome {@code held}, {@code missed}, {@code confirm} or {@code cancel}
     * @param seen the entity tag that the sender saw, in quotes
     */
    @PostExchange("/appointments/{id}/{outcome}")
    CommandReceipt close(@PathVariable String id, @PathVariable String outcome,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);
}
