package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Map;
import java.util.function.Supplier;

/** Refuses an increment past the largest whole number; the server of the library continues with the smallest one. */
final class Increments {

    private static final int BAD_VALUE = 2;
    private static final ScopedValue<Document> RUNNING = ScopedValue.newInstance();

    private Increments() {
    }

    /** Run an update, whose changes call {@link #check}. */
    static <T> T checked(Object update, Supplier<T> command) {
        return update instanceof Document operators && operators.get("$inc") instanceof Document increments
                ? ScopedValue.where(RUNNING, increments).call(command::get)
                : command.get();
    }

    /** @throws MongoServerError when a sum is on the other side of zero than both of its parts */
    static void check(Document before, Document after) {
        if (RUNNING.isBound()) {
            for (Map.Entry<String, Object> each : RUNNING.get().entrySet()) {
                if (Utils.getSubdocumentValue(before, each.getKey()) instanceof Long old
                        && Utils.getSubdocumentValue(after, each.getKey()) instanceof Long sum
                        && each.getValue() instanceof Number step && isWrapped(old, step.longValue(), sum)) {
                    throw new MongoServerError(BAD_VALUE, "BadValue",
                            "Failed to apply $inc operations to the value of " + each.getKey() + ": it would overflow");
                }
            }
        }
    }

    private static boolean isWrapped(long old, long step, long sum) {
        return ((old ^ sum) & (step ^ sum)) < 0;
    }
}
