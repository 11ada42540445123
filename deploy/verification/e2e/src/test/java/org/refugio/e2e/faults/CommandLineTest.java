package org.refugio.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./refugio} on an incomplete machine: one clear line, and no files left behind. */
class CommandLineTest {

    private static final List<String> TOOLS = List.of("sh", "sed", "head", "dirname", "basename", "readlink", "find",
            "cat", "sort", "awk", "mkdir", "mv", "rm", "grep", "mktemp", "id", "df");

    @TempDir
    Path checkout;

    @TempDir
    Path programs;

    @BeforeEach
    void aBareMachine() throws IOException {
        Files.copy(TrialInstallation.root().resolve("refugio"), checkout.resolve("refugio"));
        for (String tool : TOOLS) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(folder, tool)) && !Files.exists(programs.resolve(tool))) {
                    Files.createSymbolicLink(programs.resolve(tool), Path.of(folder, tool));
                }
            }
        }
    }

    private record Said(int status, String words) {}

    private Said say(String jdk, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("/bin/sh", checkout.resolve("refugio").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", checkout.toString());
        builder.environment().put("REFUGIO_JDK", jdk);
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), words);
    }

    private static String ownJdk() {
        return System.getProperty("java.home");
    }

    private void assertNoDebris() throws IOException {
        try (var files = Files.list(checkout)) {
            assertThat(files).containsExactly(checkout.resolve("refugio"));
        }
    }

    @Test
    void withoutAJdkItSaysWhereToGetOne() throws Exception {
        Said said = say("/nowhere", "up");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.words()).hasLineCount(1).contains("JDK 25", "install");
        assertNoDebris();
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws Exception {
        for (String command : List.of("up", "test")) {
            Said said = say(ownJdk(), command);
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.words()).hasLineCount(1).contains("Maven is missing", "install 3.6.3");
            assertNoDebris();
        }
    }

    @Test
    void anOldMavenIsNamed() throws Exception {
        Path maven = programs.resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho 'Apache Maven 3.3.9 (abc)'\n");
        maven.toFile().setExecutable(true);
        Said said = say(ownJdk(), "up");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.words()).hasLineCount(1).contains("Maven 3.3.9 is too old", "3.6.3");
        assertNoDebris();
    }

    @Test
    void beforeTheFirstBuildItSaysWhatToDo() throws Exception {
        Said said = say(ownJdk(), "status");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.words()).hasLineCount(1).contains("./refugio up");
        assertNoDebris();
    }

    @Test
    void aCommandThatIsNoneIsSaidInOneLine() throws Exception {
        Said said = say(ownJdk(), "fly");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.words()).hasLineCount(1).contains("'fly'", "./refugio help");
        assertNoDebris();
    }

    @Test
    void withoutACommandItSaysWhatThereIs() throws Exception {
        for (String[] arguments : List.of(new String[0], new String[]{"help"})) {
            Said said = say(ownJdk(), arguments);
            assertThat(said.status()).isZero();
            assertThat(said.words()).contains("usage: ./refugio up", "status [--json]", "doctor");
        }
    }

    @Test
    void anOldJdkIsNotTaken() throws Exception {
        Path bin = Files.createDirectories(programs.resolve("old/bin"));
        for (String program : List.of("java", "javac")) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\necho 'openjdk version \"17.0.2\"' >&2\n");
            assertThat(bin.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Said said = say(bin.getParent().toString(), "up");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.words()).hasLineCount(1).contains("JDK 25");
        assertNoDebris();
    }
}
