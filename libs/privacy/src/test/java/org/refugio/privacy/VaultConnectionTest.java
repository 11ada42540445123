package org.refugio.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.connection.ConnectionPoolSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VaultConnectionTest {

    @Test
    void aCallWaitsForAConnectionForAtMostTwoSeconds() {
        ConnectionPoolSettings pool = VaultConnection
                .settings(new ConnectionString("mongodb://127.0.0.1:1/?waitQueueTimeoutMS=60000"), List.of())
                .getConnectionPoolSettings();
        assertThat(pool.getMaxWaitTime(TimeUnit.MILLISECONDS)).isBetween(1L, 2_000L);
    }
}
