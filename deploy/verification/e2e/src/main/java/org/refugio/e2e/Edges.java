package org.refugio.e2e;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.refugio.e2e.edges.EdgeCheck;
import org.refugio.e2e.edges.EdgeRun;
import org.refugio.e2e.faults.TrialInstallation;

/**
 * {@code ./refugio test edges [-Drefugio.edges.seed=N] [-Drefugio.edges.requests=N]}: requests at the edges of the
 * interface, on a separate trial installation. Exit status 0 when every response was as promised, 1 when one was not, 64
 * when an argument is unknown.
 */
public final class Edges {

    private static final int USAGE = 64;
    private static final int REQUESTS = 10_000;
    private static final String SEED = "-Drefugio.edges.seed=";
    private static final String COUNT = "-Drefugio.edges.requests=";

    private Edges() {
    }

    public static void main(String[] arguments) {
        if (!Arrays.stream(arguments).allMatch(each -> each.matches("(" + SEED + "|" + COUNT + ")[0-9]{1,9}"))) {
            System.err.println("usage: ./refugio test edges [" + SEED + "N] [" + COUNT + "N]");
            System.exit(USAGE);
        }
        long seed = number(arguments, SEED, () -> System.nanoTime() % 1_000_000_000);
        int count = (int) number(arguments, COUNT, () -> REQUESTS);
        EdgeRun.Result result;
        try (TrialInstallation trial = TrialInstallation.start("edges")) {
            result = EdgeCheck.run(trial.installation(), Path.of("docs/openapi"), count, seed, System.out);
        }
        result.print(System.out);
        System.out.println("Repeat it with " + SEED + seed);
        System.exit(result.failures().isEmpty() ? 0 : 1);
    }

    private static long number(String[] arguments, String name, LongSupplier otherwise) {
        return Arrays.stream(arguments).filter(each -> each.startsWith(name))
                .mapToLong(each -> Long.parseLong(each.substring(name.length()))).findFirst()
                .orElseGet(otherwise);
    }
}
