package org.refugio.console.rebuild;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/**
 * The hash of a collection, independent of the order of its documents and fields.
 *
 * @param byId the hash of each document, by its id
 */
record CollectionFingerprint(SortedMap<String, String> byId) {

    private static final int NAMED_AT_MOST = 20;

    static CollectionFingerprint of(MongoDatabase database, String collection) {
        SortedMap<String, String> found = new TreeMap<>();
        database.getCollection(collection).find()
                .forEach(each -> found.put(each.getString("_id"), sha256(canonical(each))));
        return new CollectionFingerprint(found);
    }

    String hash() {
        return sha256(byId.toString());
    }

    /** The first ids that differ, sorted. */
    List<String> differences(CollectionFingerprint other) {
        TreeSet<String> ids = new TreeSet<>(byId.keySet());
        ids.addAll(other.byId.keySet());
        return ids.stream().filter(id -> !String.valueOf(byId.get(id)).equals(other.byId.get(id))).limit(NAMED_AT_MOST)
                .toList();
    }

    private static String canonical(Object value) {
        return switch (value) {
            case null -> "null";
            case Document document -> {
                Map<String, String> sorted = new TreeMap<>();
                document.forEach((name, each) -> sorted.put(name, canonical(each)));
                yield sorted.toString();
            }
            case Collection<?> list -> list.stream().map(CollectionFingerprint::canonical).toList().toString();
            case Number number -> new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            default -> value.getClass().getSimpleName() + ":" + value;
        };
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
