package org.refugio.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.refugio.testkit.TestInfrastructure;

class MovableClockIT {

    @Test
    void servicesWithTheSameStoreAgreeOnTheTimeAndItNeverGoesBack() {
        String database = "t_" + UUID.randomUUID().toString().substring(0, 8) + "_clock";
        Duration period = Duration.ZERO; // each question reads
        try (MongoClient client = MongoClients.create(TestInfrastructure.shared().mongodbUri())) {
            MovableDomainClock intake = new MovableDomainClock(Clock.systemUTC(), new StoredOffset(client, database),
                    period);
            MovableDomainClock scheduling = new MovableDomainClock(Clock.systemUTC(),
                    new StoredOffset(client, database), period);
            intake.moveTo(intake.instant().plus(Duration.ofDays(5)));
            assertThat(scheduling.ahead()).isEqualTo(intake.ahead()).isPositive();
            new StoredOffset(client, database).raiseTo(1);
            assertThat(intake.ahead()).isGreaterThan(Duration.ofDays(4));
            assertThat(new StoredOffset(client, database).read()).isGreaterThan(1);
        }
    }
}
