package org.refugio.bench;

import java.util.List;
import java.util.Map;

/** Keeps the log output of the measured parts out of the figures; errors only, on standard error. */
public final class QuietOutput {

    static final Map<String, String> SETTINGS = Map.of("logback.configurationFile", "bench-logback.xml",
            "logging.config", "classpath:bench-logback.xml", "logging.level.root", "ERROR",
            "logging.level.org.apache.kafka", "ERROR",
            "logging.level.org.springframework.kafka", "ERROR");

    private QuietOutput() {
    }

    /** The same for a separate process. */
    public static List<String> arguments() {
        return SETTINGS.entrySet().stream().map(each -> "-D" + each.getKey() + "=" + each.getValue()).toList();
    }
}
