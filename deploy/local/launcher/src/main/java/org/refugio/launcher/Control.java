package org.refugio.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Asks the running supervisor; a secret in a file of the owner stands for the right to ask. */
record Control(Home home) {

    static Path file(Home home) {
        return home.run().resolve("control");
    }

    /** The answer; empty when no supervisor runs. */
    Optional<String> ask(String command) {
        try {
            String[] written = Files.readString(file(home)).split(" ");
            try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), Integer.parseInt(written[0]))) {
                socket.setSoTimeout(120_000);
                socket.getOutputStream().write((written[1] + " " + command + "\n").getBytes(StandardCharsets.UTF_8));
                return Optional.ofNullable(new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
