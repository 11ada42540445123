package org.refugio.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.process.PidFile;
import org.refugio.launcher.process.SupervisorControl;

/** {@code down}: ends all processes, including those of an earlier run without a supervisor. */
public final class DownCommand {

    private static final int LAST_WORDS_MS = 3_000;

    private DownCommand() {
    }

    public static int run(InstallationHome home) {
        System.out.println(of(home));
        return 0;
    }

    /** A short summary of what was ended. */
    static String of(InstallationHome home) {
        boolean answered = new SupervisorControl(home).ask("down").filter("stopped"::equals).isPresent();
        try {
            for (int waited = 0; answered && Files.exists(SupervisorControl.file(home))
                    && waited < LAST_WORDS_MS; waited += 20) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            int left = PidFile.endLeftOvers(home);
            Files.deleteIfExists(SupervisorControl.file(home));
            return answered ? "stopped" : left > 0 ? "ended what an earlier run had left" : "nothing runs";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
