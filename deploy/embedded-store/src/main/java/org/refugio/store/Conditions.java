package org.refugio.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The conditions of a query that an index can serve: paths that must equal one of a few plain values. Drivers wrap
 * conditions in {@code $and}; that is looked through. All else of the query is left to the matcher afterwards.
 */
final class Conditions {

    private final Map<String, List<Object>> alternatives = new LinkedHashMap<>();

    private Conditions() {
    }

    static Conditions of(Document query) {
        Conditions found = new Conditions();
        found.collect(query);
        return found;
    }

    /** The values that the path may have; null when the query does not pin it down. */
    List<Object> valuesOf(String path) {
        return alternatives.get(path);
    }

    private void collect(Document query) {
        query.forEach((path, condition) -> {
            if (path.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part));
            } else if (!path.startsWith("$")) {
                List<Object> values = plainValues(condition);
                if (values != null) {
                    alternatives.putIfAbsent(path, values);
                }
            }
        });
    }

    private static List<Object> plainValues(Object condition) {
        if (isPlain(condition)) {
            return List.of(condition);
        }
        if (!(condition instanceof Document operators)) {
            return null;
        }
        if (operators.containsKey("$eq") && isPlain(operators.get("$eq"))) {
            return List.of(operators.get("$eq"));
        }
        if (operators.get("$in") instanceof Collection<?> values && values.stream().allMatch(Conditions::isPlain)) {
            return new ArrayList<>(values);
        }
        return null;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof UUID
                || value instanceof Instant || value instanceof ObjectId;
    }
}
