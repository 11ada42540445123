package org.refugio.store.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The queries since the start of the store that no index served, so that all documents of their collection were read. Queries
 * without a condition are not counted: they ask for all documents.
 */
public final class FullScans {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String collection, Document filter) {
        counts.computeIfAbsent(collection + " " + fields(filter), _ -> new LongAdder()).increment();
    }

    private static Set<String> fields(Document filter) {
        Set<String> fields = new TreeSet<>();
        filter.forEach((name, condition) -> {
            if (name.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> fields.addAll(fields((Document) part)));
            } else {
                fields.add(name);
            }
        });
        return fields;
    }

    /** The number of scans by collection, with its database, and fields of the filter. */
    public Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((query, count) -> all.put(query, count.sum()));
        return all;
    }
}
