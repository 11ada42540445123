package org.refugio.access.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/** What the driver throws when all its connections are in use. */
class FullPoolTest {

    private final CountDownLatch occupied = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** The driver calls it while it holds the connection. */
    private final CommandListener occupying = new CommandListener() {

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("insert")) {
                occupied.countDown();
                try {
                    mayEnd.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    };

    @Test
    void aWaitForAConnectionThatIsTooLongIsAnswered503() throws InterruptedException {
        MongoServer server = new MongoServer(new MemoryBackend());
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(1).maxWaitTime(100, TimeUnit.MILLISECONDS))
                .addCommandListener(occupying).build());
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            MongoCollection<Document> collection = client.getDatabase("full").getCollection("c");
            other.submit(() -> collection.insertOne(new Document()));
            assertThat(occupied.await(30, TimeUnit.SECONDS)).isTrue();
            MongoException full = catchThrowableOfType(MongoException.class, () -> collection.find().first());
            mayEnd.countDown();
            assertThat(StandardProblem.ofException(full)).isEqualTo(StandardProblem.TRY_AGAIN);
            assertThat(StoreExceptionTranslator.translate(full)).isInstanceOf(TransientFailure.class);
        } finally {
            mayEnd.countDown();
            server.shutdownNow();
        }
    }
}
