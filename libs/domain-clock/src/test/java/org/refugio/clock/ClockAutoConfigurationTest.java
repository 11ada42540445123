package org.refugio.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class ClockAutoConfigurationTest {

    private final ApplicationContextRunner app = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ClockAutoConfiguration.class));

    @Test
    void isTheSystemClockByDefaultAndNeedsNoStore() {
        app.run(context -> {
            DomainClock clock = context.getBean(DomainClock.class);
            assertThat(clock.movable()).isFalse();
            assertThatThrownBy(() -> clock.moveTo(Instant.now().plusSeconds(60)))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void isMovableInAPracticeInstallation() {
        MongoServer server = new MongoServer(new MemoryBackend());
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            app.withPropertyValues("refugio.clock=movable")
                    .withBean(MongoClient.class, () -> client)
                    .withBean(ThreadPoolTaskScheduler.class)
                    .run(context -> assertThat(context.getBean(DomainClock.class).movable()).isTrue());
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void doesNotStartWithAnUnknownValueOfTheSetting() {
        app.withPropertyValues("refugio.clock=moveable")
                .run(context -> assertThat(context).doesNotHaveBean(DomainClock.class));
    }
}
