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
 * The conditions of a query that an index can serve: paths that must equal one of a few plain
 * values, or lie in a range. Drivers wrap
 * conditions in {@code $and}; that is looked through. All else of the query is left to the matcher afterwards.
 */
final class Conditions {

    private final Map<String, List<Object>> alternatives = new LinkedHashMap<>();
    private final Map<String, Bounds> ranges = new LinkedHashMap<>();

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

    /** The range that the path's value must lie in; null when the query names none. */
    Bounds boundsOf(String path) {
        return ranges.get(path);
    }

    private void collect(Document query) {
        query.forEach((path, condition) -> {
            if (path.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> collect((Document) part));
            } else if (!path.startsWith("$")) {
                List<Object> values = plainValues(condition);
                if (values != null) {
                    alternatives.putIfAbsent(path, values);
                } else if (condition instanceof Document operators && Bounds.of(operators) instanceof Bounds range) {
                    ranges.merge(path, range, Conditions::narrower);
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

    /** Drivers give each end of a range as a condition of its own. */
    private static Bounds narrower(Bounds one, Bounds other) {
        Object lower = one.lower() == null ? other.lower() : one.lower();
        Object upper = one.upper() == null ? other.upper() : one.upper();
        boolean mixed = lower != null && upper != null && !SortKey.comparable(lower, upper);
        return mixed ? one : new Bounds(lower, upper);
    }

    static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof UUID
                || value instanceof Instant || value instanceof ObjectId;
    }
}
