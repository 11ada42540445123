package org.refugio.launcher.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.refugio.launcher.installation.InstallationHome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the running supervisor, authenticated by a secret in a file of the owner. */
public record SupervisorControl(InstallationHome home) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int QUICK_MS = 10_000;
    private static final int PATIENT_MS = 40_000;

    public static Path file(InstallationHome home) {
        return home.run().resolve("control");
    }

    /** The state of all processes; empty when no supervisor replies in time. */
    public Optional<Supervisor.Report> status() {
        try {
            return ask("status", QUICK_MS).map(line -> JSON.readValue(line, Supervisor.Report.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The answer; empty when no supervisor runs. */
    public Optional<String> ask(String command) {
        return ask(command, PATIENT_MS);
    }

    private Optional<String> ask(String command, int patience) {
        try {
            String[] written = Files.readString(file(home)).split(" ");
            try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), Integer.parseInt(written[0]))) {
                socket.setSoTimeout(patience);
                socket.getOutputStream().write((written[1] + " " + command + "\n").getBytes(StandardCharsets.UTF_8));
                return Optional.ofNullable(new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
            }
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // a missing or damaged file, or a dead supervisor: nothing is running
            return Optional.empty();
        }
    }
}
