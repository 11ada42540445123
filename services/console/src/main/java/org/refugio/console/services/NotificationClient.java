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

/** Notification's routes: those of staff, and those of an applicant, who holds a capability and has no token. */
@HttpExchange("/v1")
public interface NotificationClient {

    String CAPABILITY = "Refugio-Capability";

    record Answer(String meaning) {}

    @GetExchange("/answers")
    JsonNode answers();

    @GetExchange("/calls")
    JsonNode calls();

    @GetExchange("/messages")
    JsonNode messages(@RequestParam int page);

    @PostExchange("/answers/{replyId}/read")
    CommandReceipt markRead(@PathVariable String replyId,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @PostExchange("/calls/{taskId}/settle")
    CommandReceipt settle(@PathVariable String taskId,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @GetExchange("/opt-outs/{caseId}")
    JsonNode optOut(@PathVariable String caseId);

    @PostExchange("/opt-outs/{caseId}/end")
    CommandReceipt endOptOut(@PathVariable String caseId,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @GetExchange("/unassigned-messages")
    JsonNode unassigned();

    @PostExchange("/unassigned-messages/{messageId}/read")
    CommandReceipt markUnassignedRead(@PathVariable String messageId,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @GetExchange("/applicant/appointment")
    JsonNode appointment(@RequestHeader(CAPABILITY) String capability);

    @PostExchange("/applicant/answer")
    CommandReceipt answer(@RequestBody Answer answer, @RequestHeader(CAPABILITY) String capability,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(IDEMPOTENCY_KEY) String key);
}
