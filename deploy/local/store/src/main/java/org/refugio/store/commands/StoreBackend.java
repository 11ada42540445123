package org.refugio.store.commands;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.refugio.store.documents.FullScans;
import org.refugio.store.documents.ResultBatches;
import org.refugio.store.documents.StoredDatabase;
import org.refugio.store.engine.StorageFailure;
import org.refugio.store.engine.StoragePanicHandler;
import org.refugio.store.engine.StoreCatalog;
import org.refugio.store.engine.StoreEngine;

/**
 * Executes commands: rejects unsupported ones, makes effects durable before the reply, and ends the process on a
 * storage panic.
 */
public final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "createindexes",
            "create", "drop", "dropindexes", "dropdatabase");
    private static final int BAD_VALUE = 2;

    private final StoreEngine engine;
    private final StoreCatalog catalog;
    private final StoragePanicHandler panic;
    private final FullScans scans = new FullScans();

    public StoreBackend(StoreEngine engine, StoreCatalog catalog, StoragePanicHandler panic) {
        this.engine = engine;
        this.catalog = catalog;
        this.panic = panic;
        StoredDatabase.names(catalog).forEach(this::resolveDatabase);
    }

    /** Opening one for the first time creates records, also when a reading command names it. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return engine.writing(() -> StoredDatabase.open(name, engine, catalog, getCursorRegistry(), scans));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        UnsupportedCommands.check(command, query);
        return guarded(() -> writes(command, query)
                ? engine.writing(() -> written(channel, database, command, query))
                : engine.reading(() -> answered(channel, database, command, query)));
    }

    /** Only the first message of a connection comes on this path. */
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return guarded(() -> engine.reading(() -> super.handleQuery(query)));
    }

    private <T> T guarded(Supplier<T> command) {
        try {
            return command.get();
        } catch (StorageFailure e) {
            panic.now(e);
            throw e;
        } catch (MongoServerError e) {
            throw e;
        } catch (MongoServerException | IllegalArgumentException | ClassCastException
                | UnsupportedOperationException e) {
            // without a code a client would take it for a failure of the server and repeat the command for ever
            throw new MongoServerError(BAD_VALUE, "BadValue", "the command is not valid: " + e.getMessage(), e);
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
        if (command.equals("fullScans")) {
            Document counts = new Document();
            scans.counts().forEach(counts::append);
            return new Document("scans", counts).append("ok", 1.0);
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
