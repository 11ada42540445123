package org.refugio.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.refugio.e2e.Installation;

/**
 * Processes are killed under a steady flow of commands, and an independent checker verifies the result. The number of
 * rounds is {@code -Drefugio.faults.rounds}; the seed {@code -Drefugio.faults.seed} selects the same processes again.
 */
class FaultsIT {

    @Test
    void nothingIsLostOrDoubledWhenProcessesAreKilled() throws Exception {
        run(Integer.getInteger("refugio.faults.rounds", 5));
    }

    @Test
    void twoInstancesOfAServiceLoseAndDoubleNothing() throws Exception {
        run(Integer.getInteger("refugio.faults.rounds", 5) > 5 ? 5 : 2, "--instances", "intake=2", "--instances",
                "scheduling=2", "--instances", "notification=2");
    }

    private static void run(int rounds, String... options) throws Exception {
        long seed = Long.getLong("refugio.faults.seed", System.nanoTime());
        System.out.println("fault run of " + rounds + " rounds, seed " + seed);
        try (TrialInstallation trial = TrialInstallation.start("faults" + options.length, options)) {
            Installation at = trial.installation();
            FaultRun.Result result = new FaultRun(trial.door(), at, System.out).run(rounds,
                    Path.of("target", "faults", "history.jsonl"), new Random(seed));
            System.out.println(result);
            assertThat(result.violations()).isEmpty();
            assertThat(result.acknowledged()).as("commands acknowledged").isGreaterThan(rounds * 10);
            assertThat(result.looked()).as("facts compared").isGreaterThan(result.acknowledged());
        }
    }
}
