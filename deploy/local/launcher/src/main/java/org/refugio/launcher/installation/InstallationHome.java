package org.refugio.launcher.installation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The location of an installation.
 *
 * @param root the checkout
 * @param home for data, keys, logs and the files of the current run
 * @param portBase the console's port; the others have fixed offsets from it
 */
public record InstallationHome(Path root, Path home, int portBase) {

    private static final long LEAST_FREE_MB = 1_024;

    public static InstallationHome from(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("REFUGIO_ROOT", ".")).toAbsolutePath().normalize();
        String home = environment.getOrDefault("REFUGIO_HOME", "");
        String base = environment.getOrDefault("REFUGIO_PORT_BASE", "");
        try {
            int portBase = base.isBlank() ? 8600 : Integer.parseInt(base);
            if (portBase < 1024 || portBase > 65_000) {
                throw new NumberFormatException();
            }
            return new InstallationHome(root,
                    home.isBlank() ? root.resolve(".refugio") : Path.of(home).toAbsolutePath().normalize(), portBase);
        } catch (NumberFormatException e) {
            throw new LauncherException("REFUGIO_PORT_BASE must be a number from 1024 to 65000, not '" + base + "'");
        }
    }

    public Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    public Path keys() {
        return home.resolve("keys");
    }

    public Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    public Path run() {
        return home.resolve("run");
    }

    /** Create the folders, or throw with the reason; folders created in vain are removed. */
    public void prepare() {
        Path missing = home;
        while (missing.getParent() != null && !Files.exists(missing.getParent())) {
            missing = missing.getParent();
        }
        boolean existed = Files.exists(home);
        try {
            Files.createDirectories(home);
            Files.delete(Files.createTempFile(home, ".writable", ""));
            checkSpace();
            for (Path folder : new Path[]{data(""), keys(), home.resolve("logs"), run()}) {
                Files.createDirectories(folder);
                InstallationSecrets.ownerOnly(folder);
            }
        } catch (AccessDeniedException e) {
            throw new LauncherException(
                    "cannot write to " + home + ": make it writable or set REFUGIO_HOME to another folder");
        } catch (IOException e) {
            throw new LauncherException("cannot use " + home + " (" + e.getClass().getSimpleName()
                    + "): set REFUGIO_HOME to a folder that can be written");
        } catch (LauncherException e) {
            if (!existed) {
                FolderTree.delete(missing);
            }
            throw e;
        }
    }

    private void checkSpace() throws IOException {
        FileStore store = Files.getFileStore(home);
        long least = Long.getLong("refugio.least-free-mb", LEAST_FREE_MB);
        long free = store.getUsableSpace() / 1_048_576;
        if (free < least) {
            throw new LauncherException(
                    "too little disk: " + free + " MB free at " + home + ", " + least + " MB are needed");
        }
    }
}
