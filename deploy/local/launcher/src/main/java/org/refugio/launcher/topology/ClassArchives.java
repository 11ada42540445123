package org.refugio.launcher.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.refugio.launcher.installation.FolderTree;
import org.refugio.launcher.installation.InputFingerprint;
import org.refugio.launcher.process.ProcessSpec;

/**
 * The class data archives of the JVM, one for each module that runs as a process. A process with an archive starts
 * sooner. An archive fits one JDK, one set of options and one class path; the file name contains their fingerprint, so
 * that an archive of another build is never used.
 *
 * @param folder where they are stored
 * @param recording whether processes write an archive when they end, instead of using one
 */
public record ClassArchives(Path folder, boolean recording) {

    /** The archives that a build has recorded, for use. */
    public static ClassArchives recorded(Path root) {
        return new ClassArchives(root.resolve("target/class-archives"), false);
    }

    /**
     * Additional options of the JVM.
     *
     * @param name the name of the module
     * @param options the other options; an archive does not fit a JVM with another garbage collector or object layout
     */
    List<String> options(String name, List<String> options, String classpath) {
        Path file = file(name, options, classpath);
        if (recording) {
            return List.of("-XX:ArchiveClassesAtExit=" + file);
        }
        // the JDK logs an error because its own base archive was recorded without --enable-native-access
        return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off") : List.of();
    }

    /** The processes that have an archive: not Keycloak, whose class loader gains little from one. */
    public static List<ProcessSpec> archived(List<ProcessSpec> processes) {
        return processes.stream().filter(each -> !each.name().equals("keycloak")).toList();
    }

    /** Whether each of them has an archive that fits. */
    public static boolean fit(List<ProcessSpec> processes) {
        return archived(processes).stream().allMatch(
                each -> each.launch().command().stream().anyMatch(o -> o.startsWith("-XX:SharedArchiveFile=")));
    }

    /** Replace all archives by those in another folder. */
    public void replaceBy(Path fresh) {
        try {
            FolderTree.delete(folder);
            Files.createDirectories(folder.getParent());
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, List<String> options, String classpath) {
        InputFingerprint inputs = new InputFingerprint().of(List.of(Runtime.version().toString())).of(options);
        try (Stream<String> jars = Stream.of(classpath.split(":"))) {
            for (Path jar : jars.map(Path::of).toList()) {
                inputs.ofFile(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(name + "-" + inputs.text().substring(0, 16) + ".jsa");
    }
}
