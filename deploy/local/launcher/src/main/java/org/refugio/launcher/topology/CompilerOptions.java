package org.refugio.launcher.topology;

import java.nio.file.Path;
import java.util.List;

/**
 * The options for the just-in-time compilers of the JVM. The second compiler for everything costs more in the first
 * minutes than it saves.
 */
final class CompilerOptions {

    private static final String DIRECTIVES = "deploy/local/launcher/src/main/jvm/compiler-directives.json";

    private CompilerOptions() {
    }

    /** The first compiler only: the quickest start and the least memory. */
    static List<String> first() {
        return List.of("-XX:TieredStopAtLevel=1");
    }

    /**
     * The second compiler for cryptography: only that compiler uses the processor's instructions for AES, SHA-2 and
     * large numbers, which are 5 to 20 times as fast.
     */
    static List<String> secondForCryptography(Path root) {
        return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:CompilerDirectivesFile=" + root.resolve(DIRECTIVES),
                "-XX:CompileCommand=quiet");
    }
}
