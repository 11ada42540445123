package org.refugio.e2e;

import java.io.PrintStream;
import java.util.Arrays;
import org.refugio.e2e.demo.DemoReport;
import org.refugio.e2e.demo.DemoScenario;

/**
 * {@code ./refugio demo [--json]}: one case from the first call to follow-up, through the public interfaces as the demo
 * users, on a running installation. Exit status 0 only when every step succeeded; 1 when one did not; 2 when the
 * installation is not for practice.
 */
public final class Demo {

    private Demo() {
    }

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments).contains("--json"), Installation.fromEnvironment(), System.out));
    }

    static int run(boolean json, Installation at, PrintStream out) {
        DemoReport report = new DemoReport(json, out);
        DemoScenario story = new DemoScenario(new ApiClient(at), at);
        if (!report.step("the installation is for practice", story::checkThatTimeMayMove)) {
            report.end("", story.received());
            return 2;
        }
        boolean ok = story.tell(report);
        report.end(story.caseUrl(), story.received());
        return ok ? 0 : 1;
    }
}
