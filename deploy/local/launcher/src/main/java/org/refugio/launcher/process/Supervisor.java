package org.refugio.launcher.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.InstallationSecrets;
import org.refugio.launcher.installation.LauncherException;
import tools.jackson.databind.json.JsonMapper;

/** The process that starts and monitors all others. */
public final class Supervisor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InstallationHome home;
    private final List<SupervisedProcess> all;
    private final CountDownLatch down = new CountDownLatch(1);

    /** @param grace how long a process may take to end before it is killed */
    public Supervisor(InstallationHome home, List<ProcessSpec> parts, Duration grace) {
        this.home = home;
        this.all = parts.stream().map(part -> new SupervisedProcess(part, home, grace)).toList();
    }

    /** All processes; {@code ready} when each of them is. */
    public record Report(List<ProcessStatus> processes, boolean ready) {

        /** No supervisor runs. */
        public static final Report NOTHING = new Report(List.of(), false);
    }

    /** Returns when it is told to stop. */
    public void run() throws IOException, InterruptedException {
        try (FileChannel lock = FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            if (!locked(lock)) {
                throw new LauncherException("it runs already");
            }
            PidFile.endLeftOvers(home);
            String secret = InstallationSecrets.text();
            try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop"));
                PidFile.write(home, PidFile.SUPERVISOR, ProcessHandle.current());
                InstallationSecrets.write(SupervisorControl.file(home),
                        (socket.getLocalPort() + " " + secret).getBytes());
                Thread.ofVirtual().start(() -> listen(socket, secret));
                Thread.ofVirtual().start(this::startAll);
                down.await();
            }
            stopAll();
            Files.deleteIfExists(SupervisorControl.file(home));
            PidFile.removeAll(home);
        }
    }

    /** The previous supervisor may be about to end. */
    private static boolean locked(FileChannel file) throws IOException, InterruptedException {
        for (int tries = 0; tries < 50; tries++) {
            if (file.tryLock() != null) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    public void startAll() {
        int last = all.stream().mapToInt(each -> each.part().stage()).max().orElse(0);
        try {
            for (int stage = 0; stage <= last; stage++) {
                int current = stage;
                List<SupervisedProcess> together = all.stream().filter(each -> each.part().stage() == current).toList();
                together.forEach(SupervisedProcess::start);
                while (current < last && !together.stream().allMatch(each -> each.part().name().equals("keycloak")
                        || each.state() == SupervisedProcess.State.READY)) {
                    Thread.sleep(50);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Services first, so that each can still write its data. */
    public synchronized void stopAll() {
        for (int stage = 1; stage >= 0; stage--) {
            int current = stage;
            List<Thread> stops = all.stream().filter(each -> each.part().stage() == current)
                    .map(each -> Thread.ofVirtual().start(each::stop)).toList();
            for (Thread stop : stops) {
                try {
                    stop.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void listen(ServerSocket socket, String secret) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client, secret));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket client, String secret) {
        try (client) {
            client.setSoTimeout(5_000);
            String line = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line != null && line.startsWith(secret + " ")) {
                String reply = reply(line.substring(secret.length() + 1).strip());
                client.getOutputStream().write((reply + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            System.err.println("a client went away");
        }
    }

    public Report report() {
        List<ProcessStatus> processes = all.stream().map(SupervisedProcess::status).toList();
        return new Report(processes, processes.stream().allMatch(each -> each.state().equals("ready")));
    }

    private String reply(String command) {
        if (command.equals("status")) {
            return JSON.writeValueAsString(report());
        }
        if (command.equals("down")) {
            stopAll();
            down.countDown();
            return "stopped";
        }
        if (command.startsWith("restart ")) {
            String name = command.substring("restart ".length());
            return all.stream().filter(each -> each.part().name().equals(name)).findFirst().map(each -> {
                each.restart();
                return "restarted";
            }).orElse("there is no process called " + name);
        }
        return "not understood";
    }
}
