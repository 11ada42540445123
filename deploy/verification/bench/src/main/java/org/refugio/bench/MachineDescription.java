package org.refugio.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine on which the figures were measured. */
final class MachineDescription {

    private MachineDescription() {
    }

    /** The load average of the last minute; negative where it is not available. */
    static double load() {
        return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 10) / 10.0;
    }

    static Map<String, Object> describe(double loadBefore) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("cores", Runtime.getRuntime().availableProcessors());
        out.put("load before", loadBefore);
        out.put("jdk", Runtime.version().toString());
        out.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return out;
    }
}
