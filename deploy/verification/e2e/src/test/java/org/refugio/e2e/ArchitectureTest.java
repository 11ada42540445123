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

/** The architecture rules over all services and libraries together. */
class ArchitectureTest {

    private static final List<String> SERVICES = List.of("intake", "document", "scheduling", "notification", "console");
    private static final List<String> LIBRARIES = List.of("contracts", "addresses", "domain-clock", "legal-clock",
            "procedure",
            "privacy", "messaging", "access");

    /** Permitted violations with their reasons. One that is no longer needed must be removed. */
    private static final List<Exemption> EXEMPTIONS = List.of(
            new Exemption("every route has a rule", "org.refugio.console.gateway.GatewayController.forward",
                    "forwards a request with the caller's own token; the service checks its own rule"),
            new Exemption("packages have at most 15 types", "org.refugio.contracts has 19 types",
                    "the events of all producers extend one sealed interface, and share their values"),
            new Exemption("packages have at most 15 types", "org.refugio.legalclock has 17 types",
                    "to be split into counting and answering"),
            new Exemption("packages have at most 15 types", "org.refugio.legalclock.data has 18 types",
                    "the records of one file format"),
            new Exemption("packages have at most 15 types", "org.refugio.scheduling.booking has 16 types",
                    "to be split along its steps"));

    private static final String LEASE = "a lease, or a wait for one, between processes";
    private static final String AGE = "the age of something technical";
    private static final String AUDIT = "the audit trail";

    /** The classes that may read the system clock. One that no longer does must be removed. */
    private static final Map<String, String> SYSTEM_TIME = Map.ofEntries(
            entry("access.web.audit.RequestAuditRecorder", AUDIT),
            entry("console.login.PageAudit", AUDIT),
            entry("document.checklist.AddUpload", AGE), entry("document.checklist.UploadSweeper", AGE),
            entry("document.uploads.PendingUploads", AGE), entry("messaging.operations.EventBacklog", AGE),
            entry("messaging.consumer.WaitingEvents", AGE),
            entry("messaging.observability.MicrometerPipelineMetrics", AGE), entry("messaging.outbox.Outbox", AGE),
            entry("messaging.repository.AggregateDocument", "when an event was committed, for operators"),
            entry("notification.ledger.delivery.MessageDispatcher", LEASE),
            entry("notification.ledger.delivery.DeliveryAttempt", LEASE),
            entry("notification.ledger.delivery.DeliverySweeper", LEASE),
            entry("scheduling.booking.BookAppointment", LEASE),
            entry("notification.carriers.sms.PartialMessages", AGE),
            entry("notification.replies.ReplyResponses", "limits the number of automatic replies to a phone"),
            entry("privacy.KeyVault", "when a key was destroyed"));

    private record Exemption(String rule, String where, String reason) {}

    private final ArchitectureRules rules = new ArchitectureRules("org.refugio", SERVICES);
    private final JavaClasses everything = new ClassFileImporter().importPaths(compiled());

    @TestFactory
    Stream<DynamicTest> theRulesHold() {
        return rules.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
    }

    private void check(String name, ArchRule rule) {
        List<String> violations = rule.evaluate(everything).getFailureReport().getDetails();
        List<Exemption> exemptions = EXEMPTIONS.stream().filter(each -> each.rule().equals(name)).toList();
        assertThat(violations.stream()
                .filter(line -> exemptions.stream().noneMatch(each -> line.contains(each.where())))).isEmpty();
        assertThat(exemptions).as("exemptions that are still needed")
                .allMatch(each -> violations.stream().anyMatch(line -> line.contains(each.where())));
    }

    @Test
    void onlyListedClassesReadTheSystemClock() {
        rules.systemTime(SYSTEM_TIME.keySet()).check(everything);
        assertThat(SYSTEM_TIME.keySet()).as("still read the system clock").allMatch(each -> {
            Set<String> others = new TreeSet<>(SYSTEM_TIME.keySet());
            others.remove(each);
            return rules.systemTime(others).evaluate(everything).hasViolation();
        });
    }

    @Test
    void everyModuleIsChecked() {
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
