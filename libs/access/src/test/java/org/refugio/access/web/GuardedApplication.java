package org.refugio.access.web;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.capability.Applicant;
import org.refugio.access.capability.CapabilityResolver;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.access.refusals.ChangedSince;
import org.refugio.access.refusals.TooEarly;
import org.refugio.access.service.ServiceOnly;
import org.refugio.access.web.command.CachedCommandBody;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.failure.TransientFailure;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small service with a route of every kind, and some that are incorrect. */
@SpringBootApplication(excludeName = "org.refugio.messaging.spring.MessagingAutoConfiguration")
class GuardedApplication {

    static final Map<String, String> OFFICE_OF = Map.of("t1", "tapachula", "j1", "tijuana");

    @Bean
    MongoDatabase database(MongoClient client) {
        return client.getDatabase("refugio_guarded");
    }

    @Bean
    CapabilityResolver capabilities() {
        return token -> token.equals("good-link")
                ? Optional.of(new Applicant("cap-1", "tapachula", "t1", "a1"))
                : Optional.empty();
    }

    record Body(@NotBlank String name) {}

    @RestController
    static class Routes {

        @GetMapping("/v1/cases/{id}")
        @RequiresPermission(Permission.READ_CASE)
        Map<String, String> read(Caller caller, @PathVariable String id) {
            String office = Optional.ofNullable(OFFICE_OF.get(id)).orElseThrow(NotVisible::new);
            caller.require(Permission.READ_CASE, office);
            return Map.of("id", id);
        }

        @GetMapping("/v1/cases")
        @RequiresPermission(Permission.SEARCH_CASES)
        Map<String, Object> list(Caller caller, @RequestParam(required = false) String caseId,
                @RequestParam(defaultValue = "0") int page) {
            return Map.of("offices", caller.officesFor(Permission.SEARCH_CASES));
        }

        @PostMapping("/v1/cases")
        @RequiresPermission(Permission.OPEN_CASE)
        Map<String, String> open(CommandKey key, @Valid @RequestBody Body body) {
            return Map.of("key", key.key(), "fingerprint", key.fingerprint(), "length", "" + body.name().length());
        }

        @PostMapping("/v1/cases/{id}/uploads")
        @RequiresPermission(Permission.UPLOAD_DOCUMENT)
        Map<String, String> upload(Caller caller, CommandKey key, @PathVariable String id, HttpServletRequest request)
                throws IOException {
            caller.require(Permission.UPLOAD_DOCUMENT, OFFICE_OF.get(id));
            boolean cached = CachedCommandBody.of(request).isPresent();
            long length = request.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return Map.of("fingerprint", key.fingerprint(), "length", "" + length, "cached", "" + cached);
        }

        @PostMapping("/v1/cases/{id}/contact")
        @RequiresPermission(Permission.CHANGE_CONTACT)
        ResponseEntity<CommandReceipt> contact(Caller caller, CommandKey key, EntityTag seen, @PathVariable String id) {
            caller.require(Permission.CHANGE_CONTACT, OFFICE_OF.get(id));
            EntityTag current = EntityTag.of("contact", 2);
            return CommandResponses.of(current.isSeenIn(seen, "contact")
                    ? new CommandOutcome.Done(new CommandReceipt(id, 3, 3))
                    : new CommandOutcome.Refused(new ChangedSince(current)));
        }

        @PostMapping("/v1/cases/{id}/decision")
        @RequiresPermission(Permission.RECORD_PROCEEDINGS)
        ResponseEntity<CommandReceipt> decide(Caller caller, @PathVariable String id) {
            caller.require(Permission.RECORD_PROCEEDINGS, OFFICE_OF.get(id));
            return CommandResponses.of(new CommandOutcome.Refused(new TooEarly(LocalDate.of(2026, 3, 2))));
        }

        @GetMapping("/v1/cases/{id}/unchecked")
        @RequiresPermission(Permission.READ_CASE)
        Map<String, String> unchecked(@PathVariable String id) {
            return Map.of("secret", "of " + id);
        }

        @GetMapping("/v1/cases/{id}/bytes")
        @RequiresPermission(Permission.READ_DOCUMENTS)
        void bytes(Caller caller, @PathVariable String id, HttpServletResponse response) throws IOException {
            caller.require(Permission.READ_DOCUMENTS, OFFICE_OF.get(id));
            response.setHeader("Content-Disposition", "attachment; filename=\"passport.pdf\"");
            response.setContentLength(5);
            response.getOutputStream().write("bytes".getBytes(StandardCharsets.UTF_8));
        }

        @GetMapping("/v1/cases/{id}/no-content")
        @RequiresPermission(Permission.READ_CASE)
        ResponseEntity<Void> noContent(Caller caller, @PathVariable String id) {
            caller.require(Permission.READ_CASE, OFFICE_OF.get(id));
            return ResponseEntity.noContent().build();
        }

        @GetMapping("/v1/without-rule")
        String withoutRule() {
            return "secret";
        }

        @GetMapping("/v1/clock")
        @RequiresPermission(value = Permission.READ_SCHEDULE, anyOffice = true)
        Map<String, String> clock() {
            return Map.of("now", "now");
        }

        @GetMapping("/v1/broken")
        @RequiresPermission(value = Permission.READ_SCHEDULE, anyOffice = true)
        String broken() {
            throw new IllegalStateException("Marie's phone is +529621234567");
        }

        @GetMapping("/v1/unavailable")
        @RequiresPermission(value = Permission.READ_SCHEDULE, anyOffice = true)
        String unavailable() {
            throw new TransientFailure("store", null);
        }

        @GetMapping("/v1/applicant/appointment")
        @RequiresCapability
        Map<String, String> appointment(Applicant applicant) {
            return Map.of("appointment", applicant.appointment());
        }

        @PostMapping("/v1/internal/validity")
        @ServiceOnly
        Map<String, String> validity() {
            return Map.of("valid", "yes");
        }
    }
}
