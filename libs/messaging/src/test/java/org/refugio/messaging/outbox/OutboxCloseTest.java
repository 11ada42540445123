package org.refugio.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.observability.NoTracePropagation;

class OutboxCloseTest {

    private static final int MORE_THAN_RUN_AT_ONCE = 50;

    private final CountDownLatch response = new CountDownLatch(1);

    @Test
    void closingDoesNotWaitForPublicationsThatDoNotEnd() throws Exception {
        Outbox outbox = new Outbox(new EventCodec(), new NoTracePropagation(), _ -> {
        }, null, Duration.ofMillis(100));
        MongoCollection<Document> collection = storeThatDoesNotRespond();
        for (int i = 0; i < MORE_THAN_RUN_AT_ONCE; i++) {
            outbox.requestPublication(collection, "aggregate-" + i);
        }

        Thread closing = Thread.ofVirtual().start(outbox::close);

        assertThat(closing.join(Duration.ofSeconds(5))).as("closed").isTrue();
    }

    @SuppressWarnings("unchecked")
    private MongoCollection<Document> storeThatDoesNotRespond() {
        return (MongoCollection<Document>) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{MongoCollection.class}, (_, method, _) -> {
                    if (method.getName().equals("getNamespace")) {
                        return new MongoNamespace("database", "collection");
                    }
                    response.await();
                    return null;
                });
    }
}
