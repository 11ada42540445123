package org.refugio.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    private MongoServer server;
    private MongoClient client;
    private final Clock system = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private final AtomicLong nanoseconds = new AtomicLong();

    @BeforeEach
    void startStore() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString() + "/?serverSelectionTimeoutMS=500");
    }

    @AfterEach
    void stopStore() {
        client.close();
        endServer();
    }

    /** Once: a second shutdown can wait for a connection that nobody closes any more. */
    private void endServer() {
        if (server != null) {
            server.shutdownNow();
            server = null;
        }
    }

    private MovableDomainClock clock() {
        return clock(offset());
    }

    private StoredOffset offset() {
        return new StoredOffset(client, "refugio_clock");
    }

    private MovableDomainClock clock(SharedOffset offset) {
        return new MovableDomainClock(system, offset, PERIOD, nanoseconds::get);
    }

    private void afterAPeriod() {
        nanoseconds.addAndGet(PERIOD.toNanos());
    }

    @Test
    void startsAtTheSystemTime() {
        assertThat(clock().instant()).isEqualTo(MONDAY);
        assertThat(clock().ahead()).isZero();
    }

    @Test
    void aServiceThatStartsAfterAMoveFollowsIt() {
        clock().moveTo(MONDAY.plus(Duration.ofDays(7)));
        assertThat(clock().instant()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
        assertThat(clock().millis()).isEqualTo(MONDAY.plus(Duration.ofDays(7)).toEpochMilli());
    }

    @Test
    void aRunningServiceFollowsAMove() {
        MovableDomainClock other = clock();
        clock().moveTo(MONDAY.plus(Duration.ofDays(7)));
        assertThat(other.instant()).as("what it knows is young").isEqualTo(MONDAY);
        afterAPeriod();
        assertThat(other.instant()).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
    }

    @Test
    void theOffsetIsReadWhenTheTimeIsAskedForAndOncePerPeriod() {
        AtomicInteger reads = new AtomicInteger();
        MovableDomainClock clock = clock(new SharedOffset() {

            @Override
            public long read() {
                return reads.incrementAndGet();
            }

            @Override
            public void raiseTo(long millis) {
                throw new AssertionError("nobody moves it");
            }
        });
        afterAPeriod();
        assertThat(reads).as("nobody has asked").hasValue(1);
        for (int i = 0; i < 100; i++) {
            clock.instant();
        }
        assertThat(reads).hasValue(2);
    }

    @Test
    void cannotBeMovedBackBeforeAMoveOfAnotherService() {
        MovableDomainClock behind = clock();
        clock().moveTo(MONDAY.plus(Duration.ofDays(7)));
        assertThatThrownBy(() -> behind.moveTo(MONDAY.plus(Duration.ofDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock().ahead()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void theFurthestOfConcurrentMovesWins() throws Exception {
        List<MovableDomainClock> services = IntStream.range(0, 8).mapToObj(i -> clock()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < services.size(); i++) {
                int days = i + 1;
                MovableDomainClock service = services.get(i);
                threads.submit(() -> service.moveTo(MONDAY.plus(Duration.ofDays(days))));
            }
        }
        assertThat(clock().ahead()).isEqualTo(Duration.ofDays(8));
    }

    @Test
    void keepsTheLastKnownOffsetWhileTheStoreDoesNotRespond() {
        MovableDomainClock clock = clock();
        clock.moveTo(MONDAY.plus(Duration.ofDays(2)));
        endServer();
        assertThatThrownBy(offset()::read).isInstanceOf(com.mongodb.MongoException.class);
        afterAPeriod();
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void doesNotGoBackWhenTheStoredOffsetIsLost() {
        MovableDomainClock clock = clock();
        clock.moveTo(MONDAY.plus(Duration.ofDays(2)));
        client.getDatabase("refugio_clock").drop();
        assertThat(offset().read()).isZero();
        afterAPeriod();
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void doesNotStartWithoutTheSharedOffset() {
        endServer();
        assertThatThrownBy(this::clock).isInstanceOf(com.mongodb.MongoException.class);
    }

    @Test
    void canBeReadInAnyZone() {
        MovableDomainClock clock = clock();
        Clock tijuana = clock.withZone(ZoneId.of("America/Tijuana"));
        clock.moveTo(MONDAY.plus(Duration.ofDays(1)));
        assertThat(tijuana.getZone()).isEqualTo(ZoneId.of("America/Tijuana"));
        assertThat(tijuana.instant()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
    }
}
