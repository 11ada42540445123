package org.refugio.notification.carriers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

class SmppConnectionTest {

    /** The library waits a minute for an answer to a bind, also after the connection was closed. */
    @Test
    void aMessageCentreThatDoesNotAnswerABindIsAskedAgainWithinSeconds() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (ServerSocket refusing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler()) {
            Thread.ofVirtual().start(() -> refuse(refusing, attempts));
            SmppConnection connection = new SmppConnection(
                    new SmppSettings("127.0.0.1", refusing.getLocalPort(), "system", "password", "refugio", null, null),
                    null,
                    scheduler);
            connection.start();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> attempts.get() >= 2);
            assertThat(connection.boundSession()).isEmpty();
            connection.stop();
        }
    }

    private static void refuse(ServerSocket socket, AtomicInteger attempts) {
        try {
            while (true) {
                socket.accept().close();
                attempts.incrementAndGet();
            }
        } catch (IOException e) {
            // the test has ended
        }
    }
}
