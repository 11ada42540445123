package org.refugio.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Executes commands: rejects unsupported ones, makes effects durable before the reply, and ends the process on a
 * storage panic.
 */
final class StoreBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "createindexes",
            "create", "drop", "dropindexes", "dropdatabase");

    private final GroupCommit commit;
    private final StoragePanicHandler panic;

    StoreBackend(MVStore store, GroupCommit commit, StoragePanicHandler panic) {
        super(store);
        this.commit = commit;
        this.panic = panic;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return IndexedDatabase.open(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        UnsupportedCommands.check(command, query);
        try {
            return writes(command, query)
                    ? commit.writing(database, () -> written(channel, database, command, query))
                    : commit.reading(database, () -> answered(channel, database, command, query));
        } catch (MVStoreException e) {
            panic.now(e);
            throw e;
        }
    }

    private Document written(Channel channel, String database, String command, Document query) {
        if (OrderedUpdates.applies(command, query)) {
            return OrderedUpdates.run(query, one -> super.handleCommand(channel, database, command, one));
        }
        Document reply = super.handleCommand(channel, database, command, query);
        if (command.equalsIgnoreCase("insert") && reply.get("writeErrors") instanceof Collection<?> errors) {
            reply.put("n", inserted(query, errors)); // the server of the library also counts failed ones
        }
        return reply;
    }

    private static boolean writes(String command, Document query) {
        return WRITES.contains(command.toLowerCase(Locale.ROOT))
                || query.get("pipeline") instanceof Collection<?> stages
                        && stages.stream().anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    private static int inserted(Document query, Collection<?> errors) {
        int asked = ((Collection<?>) query.get("documents")).size();
        if (Boolean.FALSE.equals(query.get("ordered"))) {
            return asked - errors.size();
        }
        return ((Number) ((Document) errors.iterator().next()).get("index")).intValue();
    }

    private Document answered(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("listDatabases")) {
            return databases(); // the server of the library opens each of them again
        }
        if (!command.equalsIgnoreCase("hello")) {
            Document reply = super.handleCommand(channel, database, command, query);
            if (command.equalsIgnoreCase("aggregate")) {
                ResultBatches.checkSingle(reply);
            }
            return reply;
        }
        Document reply = super.handleCommand(channel, database, "ismaster", query);
        reply.put("isWritablePrimary", true); // the name that health checks and newer drivers use
        return reply;
    }

    private Document databases() {
        List<Document> names = listDatabaseNames().stream().sorted()
                .map(name -> new Document("name", name).append("sizeOnDisk", 0L).append("empty", false)).toList();
        return new Document("databases", names).append("totalSize", 0L).append("ok", 1.0);
    }
}
