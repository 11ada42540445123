package org.refugio.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Ports that a trial installation is about to use, or uses: test classes run side by side in several JVMs, and a port stays free
 * for some seconds after it was chosen. A reservation ends with the JVM at the latest.
 */
final class PortReservation {

    private static final Map<Integer, FileChannel> HELD = new HashMap<>();

    private PortReservation() {
    }

    /** Reserve the ports from this base; false when another JVM, or this one, has reserved them. */
    static synchronized boolean take(int base) {
        if (HELD.containsKey(base)) {
            return false; // to open the file once more and close it would release the lock of this JVM
        }
        try {
            FileChannel file = FileChannel.open(
                    Path.of(System.getProperty("java.io.tmpdir"), "refugio-ports-" + base + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                return false;
            }
            HELD.put(base, file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized void release(int base) {
        FileChannel file = HELD.remove(base);
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
