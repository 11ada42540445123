package org.refugio.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.refugio.testkit.architecture.ArchitectureRules;

/** The laws of the layout over all services and libraries together. */
class ArchitectureTest {

    private static final List<String> SERVICES = List.of("intake", "document", "scheduling", "notification", "console");
    private static final List<String> LIBRARIES = List.of("contracts", "domain-clock", "legal-clock", "procedure",
            "privacy", "messaging", "access");

    /** What may break a rule, and why. One that breaks it no longer must go from here. */
    private static final List<Excuse> EXCUSED = List.of(
            new Excuse("every route says what it needs", "org.refugio.console.gateway.GatewayController.forward",
                    "forwards a request with the caller's own token; the service decides on access"),
            new Excuse("features know the web and the broker at their edges only",
                    "org.refugio.document.uploads.FileTypes.mayCome",
                    "the framework's reader of media types; it is about files, not about requests"));

    private static final String LEASE = "a lease, or a wait for one, between processes";
    private static final String AGE = "the age of something technical";
    private static final String AUDIT = "the audit trail";

    /** Those go by the machine's clock. One that does not any more must go from here. */
    private static final Map<String, String> MACHINE_TIME = Map.ofEntries(
            entry("access.web.audit.RequestAuditRecorder", AUDIT),
            entry("console.login.StaffUserArgumentResolver", AUDIT),
            entry("notification.applicant.ApplicantPage", AUDIT),
            entry("document.checklist.AddUpload", AGE), entry("document.checklist.UploadSweeper", AGE),
            entry("document.uploads.PendingUploads", AGE), entry("messaging.operations.EventBacklog", AGE),
            entry("messaging.consumer.ConsumerCursors", AGE),
            entry("messaging.observability.MicrometerPipelineMetrics", AGE), entry("messaging.outbox.Outbox", AGE),
            entry("messaging.repository.AggregateDocument", "when an event was committed, for whoever reads the log"),
            entry("notification.ledger.delivery.MessageDispatcher", LEASE),
            entry("notification.ledger.delivery.DeliveryAttempt", LEASE),
            entry("notification.ledger.delivery.DeliverySweeper", LEASE),
            entry("scheduling.booking.BookAppointment", LEASE),
            entry("notification.replies.SmsReplyHandler", "tells a text sent twice from one delivered twice"),
            entry("notification.replies.ReplyActions", "how often one phone is answered"),
            entry("privacy.KeyVault", "when a key was destroyed"));

    private record Excuse(String rule, String where, String reason) {}

    private final ArchitectureRules rules = new ArchitectureRules("org.refugio", SERVICES);
    private final JavaClasses everything = new ClassFileImporter().importPaths(compiled());

    @TestFactory
    Stream<DynamicTest> theLayoutIsKept() {
        return rules.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
    }

    private void check(String name, ArchRule rule) {
        List<String> broken = rule.evaluate(everything).getFailureReport().getDetails();
        List<Excuse> excused = EXCUSED.stream().filter(each -> each.rule().equals(name)).toList();
        assertThat(broken.stream().filter(line -> excused.stream().noneMatch(each -> line.contains(each.where()))))
                .isEmpty();
        assertThat(excused).as("excuses that are still needed")
                .allMatch(each -> broken.stream().anyMatch(line -> line.contains(each.where())));
    }

    @Test
    void theDomainsTimeIsNotTheMachines() {
        rules.machineTime(MACHINE_TIME.keySet()).check(everything);
        assertThat(MACHINE_TIME.keySet()).as("still ask the machine").allMatch(each -> {
            Set<String> others = new TreeSet<>(MACHINE_TIME.keySet());
            others.remove(each);
            return rules.machineTime(others).evaluate(everything).hasViolation();
        });
    }

    @Test
    void everyModuleWasLookedAt() {
        assertThat(compiled()).hasSize(SERVICES.size() + LIBRARIES.size()).allMatch(Files::isDirectory);
        assertThat(everything.size()).isGreaterThan(500);
    }

    private static List<Path> compiled() {
        Path root = Path.of("..", "..", "..");
        return Stream.concat(SERVICES.stream().map(each -> root.resolve("services").resolve(each)),
                LIBRARIES.stream().map(each -> root.resolve("libs").resolve(each)))
                .map(each -> each.resolve("target/classes")).toList();
    }
}
