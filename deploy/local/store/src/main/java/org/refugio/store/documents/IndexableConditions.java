package org.refugio.store.documents;

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
 * The conditions of a query that an index can serve: paths that must equal one of a few plain values, or be in a range.
 * Conditions inside {@code $and} are included, because drivers generate it. The matcher evaluates all other conditions
 * afterwards.
 */
final class IndexableConditions {

    private final Map<String, List<Object>> alternatives = new LinkedHashMap<>();
    private final Map<String, KeyRange> ranges = new LinkedHashMap<>();

    private IndexableConditions() {
    }

    static IndexableConditions of(Document query) {
        IndexableConditions found = new IndexableConditions();
        found.collect(query);
        return found;
    }

    /** The permitted values of the path; null when the query does not specify them. */
    List<Object> valuesOf(String path) {
        return alternatives.get(path);
    }

    /** The range of the path's value; null when the query has none. */
    KeyRange boundsOf(String path) {
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
                } else if (condition instanceof Document operators
                        && KeyRange.of(operators) instanceof KeyRange range) {
                    ranges.merge(path, range, IndexableConditions::narrower);
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
        if (operators.get("$in") instanceof Collection<?> values
                && values.stream().allMatch(IndexableConditions::isPlain)) {
            return new ArrayList<>(values);
        }
        return null;
    }

    /** Drivers express each end of a range as a separate condition. */
    private static KeyRange narrower(KeyRange one, KeyRange other) {
        Object lower = one.lower() == null ? other.lower() : one.lower();
        Object upper = one.upper() == null ? other.upper() : one.upper();
        boolean mixed = lower != null && upper != null && !SortKey.comparable(lower, upper);
        return mixed ? one : new KeyRange(lower, upper);
    }

    static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof UUID
                || value instanceof Instant || value instanceof ObjectId;
    }
}
