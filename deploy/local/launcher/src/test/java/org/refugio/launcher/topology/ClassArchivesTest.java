package org.refugio.launcher.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.launcher.process.ProcessSpec;
import org.refugio.launcher.process.ReadinessCheck;

class ClassArchivesTest {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    @TempDir
    Path root;

    private Path jar;

    @BeforeEach
    void build() throws Exception {
        jar = Files.writeString(root.resolve("intake.jar"), "classes");
    }

    private List<String> used(List<String> options) {
        return ClassArchives.recorded(root).options("intake", options, jar.toString());
    }

    private void record() throws Exception {
        Path fresh = Files.createDirectories(root.resolve("fresh"));
        String option = new ClassArchives(fresh, true).options("intake", OPTIONS, jar.toString()).getFirst();
        assertThat(option).startsWith("-XX:ArchiveClassesAtExit=" + fresh);
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "archive");
        ClassArchives.recorded(root).replaceBy(fresh);
    }

    @Test
    void aRecordedArchiveIsUsed() throws Exception {
        assertThat(used(OPTIONS)).isEmpty();
        record();
        assertThat(used(OPTIONS)).first().asString().startsWith("-XX:SharedArchiveFile=" + root);
    }

    @Test
    void anArchiveOfAnotherBuildOrOfOtherOptionsIsNotUsed() throws Exception {
        record();
        assertThat(used(List.of("-XX:+UseZGC"))).isEmpty();
        Files.writeString(jar, "other classes");
        assertThat(used(OPTIONS)).isEmpty();
    }

    @Test
    void aNewRecordingRemovesThePreviousArchives() throws Exception {
        record();
        Files.writeString(jar, "other classes");
        record();
        assertThat(used(OPTIONS)).isNotEmpty();
        assertThat(root.resolve("target/class-archives").toFile().list()).hasSize(1);
    }

    @Test
    void allProcessesExceptKeycloakNeedOneToFit() throws Exception {
        ProcessSpec without = process("intake", List.of("java"));
        record();
        assertThat(ClassArchives.fit(List.of(without))).isFalse();
        assertThat(ClassArchives.fit(List.of(process("intake", used(OPTIONS)), process("keycloak", List.of("java")))))
                .isTrue();
    }

    private static ProcessSpec process(String name, List<String> command) {
        return new ProcessSpec(name, 0, List.of(8600), new ProcessSpec.Launch(command, Map.of()),
                new ReadinessCheck.Said("ready"));
    }
}
