package org.refugio.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The build output in a module's target folder. */
public record BuildArtifacts(Path root) {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    /** The jar of the module and its dependencies. */
    public String classpath(String module) {
        Path target = root.resolve(module).resolve("target");
        Path jar = jar(module);
        Path others = target.resolve("classpath");
        if (!Files.exists(jar) || !Files.exists(others)) {
            throw new LauncherException(module + " is not built: run ./refugio up, which builds it");
        }
        try {
            return jar + ":" + Files.readString(others).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean holds(String module, String mainClass) {
        if (!Files.exists(jar(module))) {
            throw new LauncherException(module + " is not built: run ./refugio up, which builds it");
        }
        try (JarFile jar = new JarFile(jar(module).toFile())) {
            return jar.getEntry(mainClass.replace('.', '/') + ".class") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path target(String module) {
        return root.resolve(module).resolve("target");
    }

    private Path jar(String module) {
        String name = module.substring(module.lastIndexOf('/') + 1);
        return target(module).resolve(name + "-" + VERSION + ".jar");
    }
}
