package org.refugio.e2e.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.client.intake.model.CaseView;
import org.refugio.client.intake.model.CaseViewStepView;
import org.refugio.e2e.faults.TrialInstallation;

/** What {@code docs/openapi} promises, on a whole installation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedInterfaceIT {

    private static final int REQUESTS = 1_500;

    private TrialInstallation trial;

    @BeforeAll
    void start() {
        trial = TrialInstallation.start("interface");
    }

    @AfterAll
    void stop() {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    void aGeneratedClientLeadsACaseThroughAllSevenSteps(@TempDir Path folder) throws Exception {
        CaseView opened = new GeneratedClientJob(trial.installation()).run(folder);
        assertThat(opened.getSteps()).hasSize(7)
                .noneMatch(each -> each.getStatus() == CaseViewStepView.StatusEnum.NOT_STARTED);
        assertThat(opened.getDecision()).isNotNull();
        assertThat(opened.getFollowUpSince()).isNotNull();
    }

    /** A short round of {@code ./refugio test edges}. */
    @Test
    void everyResponseToAnUnusualRequestIsAsPromised() {
        long seed = Long.getLong("refugio.edges.seed", System.nanoTime() % 1_000_000_000);
        EdgeRun.Result result = EdgeCheck.run(trial.installation(), Path.of("..", "..", "..", "docs", "openapi"),
                REQUESTS, seed, System.out);
        assertThat(result.failures()).as("seed " + seed).isEmpty();
        assertThat(result.sent()).isEqualTo(REQUESTS);
    }
}
