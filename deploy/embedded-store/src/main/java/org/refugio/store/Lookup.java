package org.refugio.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the positions that can match a query by an index, if there is one whose keys the query pins down, however many
 * other conditions it has. The stock server wants exactly the index's keys, and so reads the whole collection for every
 * {@code {_id, version}}.
 */
final class Lookup {

    private Lookup() {
    }

    /** Candidates to match against; empty when only a full scan can tell. */
    static Optional<Set<Object>> positions(Document query, List<Index<Object>> indexes) {
        Conditions conditions = Conditions.of(query);
        for (Index<Object> index : indexes) { // unique ones first: they are the most selective
            if (index.isUnique() && pins(conditions, index)) {
                return Optional.of(unique(index, conditions));
            }
        }
        for (Index<Object> index : indexes) {
            if (index instanceof EqualityIndex equality && pins(conditions, index)) {
                return Optional.of(equality.positions(combinations(index, conditions)));
            }
        }
        return alternatives(query, indexes);
    }

    /** {@code $or}: every branch must have an index of its own. The key vault asks that way. */
    private static Optional<Set<Object>> alternatives(Document query, List<Index<Object>> indexes) {
        if (!(query.get("$or") instanceof Collection<?> branches) || branches.isEmpty()) {
            return Optional.empty();
        }
        Set<Object> all = new LinkedHashSet<>();
        for (Object branch : branches) {
            Optional<Set<Object>> found = positions((Document) branch, indexes);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(found.get());
        }
        return Optional.of(all);
    }

    private static boolean pins(Conditions conditions, Index<Object> index) {
        return index.getKeys().stream().allMatch(key -> conditions.valuesOf(key.getKey()) != null);
    }

    private static Set<Object> unique(Index<Object> index, Conditions conditions) {
        Set<Object> found = new LinkedHashSet<>();
        for (List<Object> values : combinations(index, conditions)) {
            Document exact = new Document();
            List<IndexKey> keys = index.getKeys();
            for (int i = 0; i < keys.size(); i++) {
                exact.put(keys.get(i).getKey(), values.get(i));
            }
            index.getPositions(exact).forEach(found::add);
        }
        return found;
    }

    private static List<List<Object>> combinations(Index<Object> index, Conditions conditions) {
        List<List<Object>> all = List.of(List.of());
        for (IndexKey key : index.getKeys()) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> start : all) {
                for (Object value : conditions.valuesOf(key.getKey())) {
                    List<Object> next = new ArrayList<>(start);
                    next.add(value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    /** As an index keeps it: numbers that are equal are the same key. */
    static KeyValue normalised(List<Object> values) {
        return new KeyValue(values).normalized();
    }
}
