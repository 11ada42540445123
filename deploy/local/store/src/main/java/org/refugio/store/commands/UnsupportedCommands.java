package org.refugio.store.commands;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Rejects commands that this store would otherwise execute incorrectly without an error. */
final class UnsupportedCommands {

    private static final int NOT_SUPPORTED = 115;
    private static final int NO_TRANSACTIONS_HERE = 20;

    private static final Map<String, String> INDEX_OPTIONS = Map.of("partialFilterExpression",
            "use a sparse index on a field that is absent", "expireAfterSeconds", "delete with a job of your own",
            "collation", "store the text in the form that you compare", "wildcardProjection", "name the fields");

    private static final List<String> CREATE_OPTIONS = List.of("capped", "validator", "viewOn", "timeseries",
            "collation");

    private UnsupportedCommands() {
    }

    /** @throws MongoServerError when the command is not supported */
    static void check(String command, Document query) {
        if (query.containsKey("startTransaction") || Boolean.FALSE.equals(query.get("autocommit"))) {
            throw new MongoServerError(NO_TRANSACTIONS_HERE, "IllegalOperation",
                    "this store has no transactions; write one document at a time, or run against a replica set");
        }
        checkCollation(query);
        switch (command.toLowerCase(java.util.Locale.ROOT)) {
            case "createindexes" -> each(query.get("indexes"), UnsupportedCommands::checkIndex);
            case "create" -> CREATE_OPTIONS.stream().filter(option -> truthy(query.get(option))).forEach(option -> {
                throw unsupported(option, "leave it out");
            });
            case "update" -> each(query.get("updates"), update -> {
                checkCollation(update);
                if (update.containsKey("sort")) {
                    throw unsupported("an update with a sort", "use findOneAndUpdate");
                }
                checkUpdate(update.get("u"));
                checkFilter(update.get("q"));
            });
            case "findandmodify" -> {
                checkUpdate(query.get("update"));
                checkFilter(query.get("query"));
            }
            case "delete" -> each(query.get("deletes"), delete -> {
                checkCollation(delete);
                checkFilter(delete.get("q"));
            });
            case "aggregate" -> each(query.get("pipeline"), stage -> {
                if (stage.containsKey("$changeStream")) {
                    throw unsupported("change streams", "read the events from the broker");
                }
            });
            case "renamecollection" -> throw unsupported("renaming a collection", "copy its documents");
            case "find" -> checkFilter(query.get("filter"));
            case "count", "distinct" -> checkFilter(query.get("query"));
            default -> {
                // the other commands are executed correctly or rejected
            }
        }
    }

    private static void checkCollation(Document command) {
        if (command.containsKey("collation")) {
            throw unsupported("collation", "store the text in the form that you compare");
        }
    }

    private static void checkIndex(Document index) {
        INDEX_OPTIONS.forEach((option, instead) -> {
            if (index.containsKey(option)) {
                throw unsupported(option, instead);
            }
        });
        if (index.get("key") instanceof Document keys) {
            keys.forEach((path, kind) -> {
                if (kind instanceof String || path.contains("$**")) {
                    throw unsupported("an index of kind " + kind, "use ascending keys");
                }
            });
        }
    }

    private static void checkUpdate(Object update) {
        if (update instanceof Collection<?>) {
            throw unsupported("updates with a pipeline", "use update operators");
        }
    }

    private static void checkFilter(Object filter) {
        if (filter instanceof Document document && (document.containsKey("$text") || document.containsKey("$where"))) {
            throw unsupported("$text and $where", "search by tokens that you store");
        }
    }

    private static void each(Object documents, java.util.function.Consumer<Document> check) {
        if (documents instanceof Collection<?> all) {
            all.stream().filter(Document.class::isInstance).map(Document.class::cast).forEach(check);
        }
    }

    private static boolean truthy(Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    private static MongoServerError unsupported(String what, String instead) {
        return new MongoServerError(NOT_SUPPORTED, "CommandNotSupported",
                "the embedded store does not know " + what + ": " + instead + ", or run against a MongoDB replica set");
    }
}
