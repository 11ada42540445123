package org.refugio.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process takes. */
final class ProcessMemory {

    private ProcessMemory() {
    }

    /** 0 where the system does not say. */
    static long residentMb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
