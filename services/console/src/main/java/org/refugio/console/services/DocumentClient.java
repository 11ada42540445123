package org.refugio.console.services;

import static org.refugio.console.services.BalancedRequest.IDEMPOTENCY_KEY;

import org.refugio.messaging.command.CommandReceipt;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** The routes of document. A file is streamed, never held in memory. */
@HttpExchange("/v1/cases/{caseId}")
public interface DocumentClient {

    record Accept(String uploadId) {}

    record Return(String uploadId, String reason) {}

    record Waive(String reason) {}

    @GetExchange("/checklist")
    JsonNode checklist(@PathVariable String caseId);

    /** The header of the response to an upload whose bytes were the item's newest file already. */
    String STORED_BEFORE = "Refugio-Stored-Before";

    /** @param name percent-encoded */
    @PostExchange("/items/{itemId}/uploads")
    ResponseEntity<CommandReceipt> upload(@PathVariable String caseId, @PathVariable String itemId,
            @RequestBody InputStreamResource file, @RequestHeader("Content-Type") String type,
            @RequestHeader("Refugio-File-Name") String name,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    /** The caller closes the stream. */
    @GetExchange("/uploads/{uploadId}")
    ResponseEntity<InputStreamResource> file(@PathVariable String caseId, @PathVariable String uploadId);

    @PostExchange("/items/{itemId}/accept")
    CommandReceipt accept(@PathVariable String caseId, @PathVariable String itemId, @RequestBody Accept command,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @PostExchange("/items/{itemId}/return")
    CommandReceipt sendBack(@PathVariable String caseId, @PathVariable String itemId, @RequestBody Return command,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @PostExchange("/items/{itemId}/waive")
    CommandReceipt waive(@PathVariable String caseId, @PathVariable String itemId, @RequestBody Waive command,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);
}
