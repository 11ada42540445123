package org.refugio.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The store as a separate process that can be killed. */
record StoreProcess(Process process, String uri) {

    static StoreProcess start(Path folder, String... prefix) throws IOException {
        List<String> command = Stream.concat(Stream.of(prefix),
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        EmbeddedStore.class.getName()))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REFUGIO_STORE_DIR", folder.toString());
        builder.environment().put("REFUGIO_STORE_KEY_FILE", folder.resolve("key").toString());
        builder.environment().put("REFUGIO_STORE_PORT", "0");
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            int at = line.indexOf("store ready on port ");
            if (at >= 0) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {
                }));
                return new StoreProcess(process,
                        "mongodb://127.0.0.1:" + line.substring(at + "store ready on port ".length()).strip()
                                + "/?retryWrites=false&serverSelectionTimeoutMS=10000");
            }
        }
        throw new IOException("the store did not start: " + said);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int stop() throws InterruptedException {
        process.destroy();
        return end();
    }

    int end() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("the store did not end");
        }
        return process.exitValue();
    }
}
