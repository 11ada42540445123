package org.refugio.console.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.refugio.console.login.StaffUser;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.messaging.command.CommandReceipt;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks and tells the services as the person at the page. */
@Component
public class ServiceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final int OK = 2;

    private final ServiceInstances instances;
    private final ReadModel model;
    private final JsonMapper json;

    ServiceClient(ServiceInstances instances, ReadModel model, JsonMapper json) {
        this.instances = instances;
        this.model = model;
        this.json = json;
    }

    /** Read. */
    public JsonNode get(StaffUser staff, String service, String path) {
        return read(service, instances.send(service, instance -> new ServiceInstances.Attempt(
                to(instance, path, "Bearer " + staff.token()).GET().build(), () -> true)));
    }

    /** What a page can do without: missing when the service does not answer or says no. */
    public JsonNode getIfPossible(StaffUser staff, String service, String path) {
        try {
            return get(staff, service, path);
        } catch (ServiceUnreachable | ServiceRefusal e) {
            return json.missingNode();
        }
    }

    /**
     * Tell.
     *
     * @param key the form's own: sent twice, it is one command
     * @return whether the pages show it already; otherwise it is safe and still arriving
     * @throws ServiceRefusal when a rule said no
     */
    public Done post(StaffUser staff, String service, String path, Map<String, ?> body, String key) {
        String text = json.writeValueAsString(body);
        JsonNode answer = read(service, instances.send(service, instance -> new ServiceInstances.Attempt(
                to(instance, path, "Bearer " + staff.token()).header("Idempotency-Key", key)
                        .header("Content-Type", "application/json").POST(BodyPublishers.ofString(text)).build(),
                () -> true)));
        return arrived(service, json.convertValue(answer, CommandReceipt.class));
    }

    /** Hand a file on as it comes. */
    public Done upload(StaffUser staff, String path, InputStream file, String name, String type, String key) {
        JsonNode answer = read("document", instances.send("document", instance -> new ServiceInstances.Attempt(
                to(instance, path, "Bearer " + staff.token()).header("Idempotency-Key", key)
                        .header("Content-Type", type).header("Refugio-File-Name", name)
                        .POST(BodyPublishers.ofInputStream(() -> file)).build(),
                () -> false)));
        return arrived("document", json.convertValue(answer, CommandReceipt.class));
    }

    /** The bytes of a file, as they come. */
    public HttpResponse<InputStream> bytes(StaffUser staff, String path) {
        HttpResponse<InputStream> answer = instances.send("document", instance -> new ServiceInstances.Attempt(
                to(instance, path, "Bearer " + staff.token()).GET().build(), () -> true));
        if (answer.statusCode() / 100 != OK) {
            read("document", answer);
        }
        return answer;
    }

    /** As an applicant, who holds a capability. */
    public JsonNode asApplicant(String capability, String path, Map<String, ?> body) {
        return read("notification", instances.send("notification", instance -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(instance + path))
                    .timeout(Duration.ofSeconds(10)).header("Refugio-Capability", capability)
                    .header("Accept-Language", LocaleContextHolder.getLocale().toLanguageTag());
            return new ServiceInstances.Attempt(body == null
                    ? request.build()
                    : request.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json.writeValueAsString(body))).build(),
                    () -> true);
        }));
    }

    /** What became of a command. */
    public record Done(CommandReceipt saved, boolean shown) {}

    private Done arrived(String service, CommandReceipt saved) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (model.reached(service, saved.aggregate(), saved.sequence())) {
                return new Done(saved, true);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return new Done(saved, false);
    }

    private static HttpRequest.Builder to(URI instance, String path, String authorization) {
        return HttpRequest.newBuilder(URI.create(instance + path)).timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json").header("Authorization", authorization)
                .header("Accept-Language", LocaleContextHolder.getLocale().toLanguageTag());
    }

    private JsonNode read(String service, HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readAllBytes();
            boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonNode content = isJson && bytes.length > 0 ? json.readTree(bytes) : json.missingNode();
            if (answer.statusCode() / 100 == OK) {
                return content;
            }
            if (answer.statusCode() == 503) {
                throw new ServiceUnreachable(service, null);
            }
            throw new ServiceRefusal(answer.statusCode(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
