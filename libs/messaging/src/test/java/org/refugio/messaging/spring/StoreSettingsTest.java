package org.refugio.messaging.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {

    @Test
    void aCallWaitsForAConnectionForAtMostTwoSeconds() {
        MongoClientSettings.Builder builder = MongoClientSettings.builder();
        new MessagingAutoConfiguration().refugioStoreSettings().customize(builder);
        MongoClientSettings settings = builder.build();
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS)).isBetween(1L, 2_000L);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(100);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS)).isEqualTo(5);
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS)).isEqualTo(20);
    }

    @Test
    void decisionsAreMadeOnThePrimaryWhateverTheAddressSays() {
        MongoClientSettings.Builder builder = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1/?readPreference=secondary&w=1"));
        new MessagingAutoConfiguration().refugioStoreSettings().customize(builder);
        assertThat(builder.build().getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(builder.build().getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(builder.build().getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
    }
}
