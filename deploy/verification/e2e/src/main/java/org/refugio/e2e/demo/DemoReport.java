package org.refugio.e2e.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Runs steps in sequence and prints a line with its time for each, or everything as JSON at the end. */
public final class DemoReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final boolean json;
    private final PrintStream out;
    private boolean ok = true;

    public DemoReport(boolean json, PrintStream out) {
        this.json = json;
        this.out = out;
    }

    /** Run a step; returns whether it succeeded. */
    public boolean step(String name, Runnable action) {
        long start = System.nanoTime();
        String wrong = null;
        try {
            action.run();
        } catch (RuntimeException | AssertionError e) {
            wrong = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            ok = false;
        }
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        steps.add(wrong == null
                ? Map.of("name", name, "ok", true, "ms", millis)
                : Map.of("name", name, "ok", false, "ms", millis, "wrong", wrong));
        if (!json) {
            out.printf("%s %6d ms  %s%s%n", wrong == null ? "ok   " : "WRONG", millis, name,
                    wrong == null ? "" : "\n                 " + wrong);
        }
        return wrong == null;
    }

    /** Print the result. */
    public void end(String caseUrl, ReceivedMessageCounts received) {
        if (json) {
            out.println(JSON.writeValueAsString(Map.of("steps", steps, "ok", ok, "caseUrl", caseUrl, "sms",
                    received.sms(), "emails", received.emails())));
        } else if (ok) {
            out.printf("%nAll %d steps did what they must. %d SMS and %d e-mails arrived.%nThe case: %s%n",
                    steps.size(), received.sms(), received.emails(), caseUrl);
        } else {
            out.printf("%nThe story stopped at a step that did not do what it must (see above).%n");
        }
    }
}
