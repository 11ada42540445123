package org.refugio.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule fails on code that violates it. */
class ArchitectureRulesTest {

    private static final String BAD = "org.refugio.testkit.architecture.bad";

    private final ArchitectureRules rules = new ArchitectureRules(BAD, List.of("intake", "scheduling"));
    private final JavaClasses bad = new ClassFileImporter().importPackages(BAD);

    @TestFactory
    Stream<DynamicTest> aViolationIsFound() {
        return rules.all().entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            EvaluationResult result = each.getValue().evaluate(bad);
            assertThat(result.hasViolation()).isTrue();
            assertThat(result.getFailureReport().getDetails()).isNotEmpty();
        }));
    }

    @Test
    void onlyListedClassesReadTheSystemClock() {
        assertThat(rules.systemTime(Set.of()).evaluate(bad).hasViolation()).isTrue();
        assertThat(rules.systemTime(Set.of("intake.cases.CaseManager")).evaluate(bad).hasViolation()).isFalse();
    }
}
