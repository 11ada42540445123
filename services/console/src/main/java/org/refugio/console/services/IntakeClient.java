package org.refugio.console.services;

import static org.refugio.console.services.BalancedRequest.IDEMPOTENCY_KEY;

import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.PersonDetails;
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

/** Intake's routes. Dates are sent as they were typed: the service decides whether they are valid. */
@HttpExchange("/v1/cases")
public interface IntakeClient {

    record NewCase(String office, String language, PersonDetails person, ContactDetails contact, ContactConsent consent,
            boolean consentGiven, String entryDate) {}

    record ContactChange(ContactDetails contact, ContactConsent consent, String language) {}

    /** @param text what staff typed */
    record Search(String text, String queue, String office, int page) {}

    /** A fact of the proceedings. A correction has a reason. */
    sealed interface Fact {

        record Submission(String folio, String filedOn, String authority, boolean correction, String reason)
                implements
                    Fact {}

        record Interview(String localStart, String place) implements Fact {}

        record Attendance(String attendedOn, boolean correction, String reason) implements Fact {}

        record Decision(String outcome, String notifiedOn, boolean correction, String reason) implements Fact {}

        record FollowUp(String startedOn, boolean correction, String reason) implements Fact {}
    }

    @GetExchange
    JsonNode list(@RequestParam(required = false) String queue, @RequestParam(required = false) String office,
            @RequestParam int page);

    @PostExchange("/search")
    JsonNode search(@RequestBody Search search);

    @GetExchange("/{caseId}")
    JsonNode read(@PathVariable String caseId);

    @PostExchange
    CommandReceipt open(@RequestBody NewCase command,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    @PostExchange("/{caseId}/contact")
    CommandReceipt changeContact(@PathVariable String caseId, @RequestBody ContactChange command,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);

    /** @param name of the fact in the process table, which is also its route */
    @PostExchange("/{caseId}/{name}")
    CommandReceipt record(@PathVariable String caseId, @PathVariable String name, @RequestBody Fact fact,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String seen,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key);
}
