package org.refugio.store.documents;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the positions that can match a query by an index whose leading keys the query specifies, regardless of further
 * conditions. The server of the library uses an index only when the query has exactly its keys, and scans the
 * collection for every {@code {_id, version}}.
 */
final class IndexLookup {

    private IndexLookup() {
    }

    /** The candidates, read lazily; empty when a full scan is necessary. */
    static Optional<Stream<DocumentKey>> positions(Document query, List<Index<DocumentKey>> indexes) {
        IndexableConditions conditions = IndexableConditions.of(query);
        for (Index<DocumentKey> index : indexes) {
            if (index instanceof ExactIndex exact && pinned(index, conditions) == index.getKeys().size()
                    && exact.isUsable()) {
                return Optional.of(unique(exact, conditions));
            }
        }
        Optional<OrderedIndex> best = indexes.stream().filter(OrderedIndex.class::isInstance)
                .map(OrderedIndex.class::cast).filter(index -> fitness(index, conditions) > 0 && index.isUsable())
                .max(Comparator.comparingInt(index -> fitness(index, conditions)));
        return best.isPresent() ? Optional.of(ordered(best.get(), conditions)) : alternatives(query, indexes);
    }

    /** {@code $or}: every branch must be served by an index. The key vault uses such queries. */
    private static Optional<Stream<DocumentKey>> alternatives(Document query, List<Index<DocumentKey>> indexes) {
        if (!(query.get("$or") instanceof Collection<?> branches) || branches.isEmpty()) {
            return Optional.empty();
        }
        List<Stream<DocumentKey>> all = new ArrayList<>();
        for (Object branch : branches) {
            Optional<Stream<DocumentKey>> found = positions((Document) branch, indexes);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            all.add(found.get());
        }
        return Optional.of(all.stream().flatMap(each -> each).distinct());
    }

    /** The number of leading index keys with given values. */
    private static int pinned(Index<DocumentKey> index, IndexableConditions conditions) {
        int pinned = 0;
        for (IndexKey key : index.getKeys()) {
            if (conditions.valuesOf(key.getKey()) == null) {
                break;
            }
            pinned++;
        }
        return pinned;
    }

    /** A value is more selective than a range. */
    private static int fitness(OrderedIndex index, IndexableConditions conditions) {
        int pinned = pinned(index, conditions);
        return 2 * pinned + (range(index, pinned, conditions) == null ? 0 : 1);
    }

    private static KeyRange range(Index<DocumentKey> index, int pinned, IndexableConditions conditions) {
        return pinned < index.getKeys().size() ? conditions.boundsOf(index.getKeys().get(pinned).getKey()) : null;
    }

    private static Stream<DocumentKey> ordered(OrderedIndex index, IndexableConditions conditions) {
        int pinned = pinned(index, conditions);
        KeyRange range = range(index, pinned, conditions);
        List<Stream<DocumentKey>> parts = combinations(index, pinned, conditions).stream()
                .map(values -> range == null ? index.positions(values) : index.positions(values, range)).toList();
        Stream<DocumentKey> all = parts.size() == 1 ? parts.getFirst() : parts.stream().flatMap(each -> each);
        return all.distinct();
    }

    private static Stream<DocumentKey> unique(ExactIndex index, IndexableConditions conditions) {
        return combinations(index, index.getKeys().size(), conditions).stream().map(index::find)
                .filter(Objects::nonNull).distinct();
    }

    private static List<List<Object>> combinations(Index<DocumentKey> index, int pinned,
            IndexableConditions conditions) {
        List<List<Object>> all = List.of(List.of());
        for (IndexKey key : index.getKeys().subList(0, pinned)) {
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
}
