package org.refugio.launcher.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.LauncherException;

/** {@code logs}: prints the log of a process, and with {@code -f} follows it. */
public final class LogsCommand {

    private static final int PAUSE_MS = 200;

    private LogsCommand() {
    }

    public static int run(InstallationHome home, List<String> arguments) throws IOException, InterruptedException {
        boolean follow = arguments.contains("-f");
        List<String> names = arguments.stream().filter(each -> !each.equals("-f")).toList();
        if (names.size() != 1) {
            throw new LauncherException("usage: ./refugio logs NAME [-f]");
        }
        String name = names.getFirst();
        if (!name.matches("[a-z0-9-]+") || !Files.exists(home.log(name))) {
            throw new LauncherException("there is no log of '" + name + "' in " + home.home().resolve("logs"));
        }
        long shown = show(home.log(name), 0);
        while (follow && !System.out.checkError()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            long size = Files.size(home.log(name));
            // the log was truncated because it was too long
            shown = show(home.log(name), size < shown ? 0 : shown);
        }
        return 0;
    }

    private static long show(Path log, long from) throws IOException {
        try (FileChannel file = FileChannel.open(log).position(from); InputStream in = Channels.newInputStream(file)) {
            long copied = in.transferTo(System.out);
            System.out.flush();
            return from + copied;
        }
    }
}
