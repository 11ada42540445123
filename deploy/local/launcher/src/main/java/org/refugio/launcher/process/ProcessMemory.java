package org.refugio.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of a process. */
public final class ProcessMemory {

    private ProcessMemory() {
    }

    /** 0 if the system does not report it. */
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
