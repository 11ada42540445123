package org.refugio.console.rebuild;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.messaging.consumer.ProjectionRebuilder;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the read model beside the live one and compares the two. While events arrive the two may be at different
 * positions, so a difference counts only if a later comparison confirms it.
 */
@Component
class RebuildCheck {

    private static final int UNAUTHORIZED = 13;
    private static final int LOOKS = 4;
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final MongoClient client;
    private final MongoDatabase live;
    private final ProjectionRebuilder replay;

    RebuildCheck(MongoClient client, MongoDatabase live, ProjectionRebuilder replay) {
        this.client = client;
        this.live = live;
        this.replay = replay;
    }

    /** The comparison of one collection; {@code differences} contains ids only. */
    record Compared(String name, int documents, String liveHash, String rebuiltHash, List<String> differences) {}

    /**
     * What came of it.
     *
     * @param records how many were read; a comparison of nothing proves nothing, and is not equal
     */
    record Verdict(boolean equal, List<Compared> collections, long records, long waiting, long parked) {}

    Verdict run() {
        Verdict verdict = look();
        for (int looks = 1; looks < LOOKS && !verdict.equal(); looks++) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            verdict = look();
        }
        return verdict;
    }

    private Verdict look() {
        MongoDatabase rebuilt = client
                .getDatabase(live.getName() + "_rebuild_" + UUID.randomUUID().toString().substring(0, 8));
        try {
            ProjectionRebuilder.Result read = replay.rebuild(rebuilt, "console",
                    ReadModel.handlers(new ReadModel(rebuilt)));
            List<Compared> collections = ReadModel.COLLECTIONS.stream().map(name -> compared(name, rebuilt)).toList();
            boolean equal = read.read() > 0 && read.waiting() == 0 && read.parked() == 0
                    && collections.stream().allMatch(each -> each.differences().isEmpty());
            return new Verdict(equal, collections, read.read(), read.waiting(), read.parked());
        } finally {
            remove(rebuilt);
        }
    }

    /** A user who may read and write every database may drop collections, but not databases. */
    private static void remove(MongoDatabase rebuilt) {
        try {
            rebuilt.drop();
        } catch (MongoCommandException e) {
            if (e.getCode() != UNAUTHORIZED) {
                throw e;
            }
            rebuilt.listCollectionNames().forEach(name -> rebuilt.getCollection(name).drop());
        }
    }

    private Compared compared(String name, MongoDatabase rebuilt) {
        CollectionFingerprint now = CollectionFingerprint.of(live, name);
        CollectionFingerprint again = CollectionFingerprint.of(rebuilt, name);
        return new Compared(name, now.byId().size(), now.hash(), again.hash(), now.differences(again));
    }
}
