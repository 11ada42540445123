package org.refugio.privacy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.vault.DataKeyOptions;
import com.mongodb.client.vault.ClientEncryption;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.Document;

/**
 * The keys by subject. An erasure leaves tombstones for the subject and the id of its key: a destroyed key can be
 * distinguished from a missing one, and a late registration cannot create a new key for an erased subject.
 */
final class KeyVault {

    static final String KEYS = "keys";
    private static final String NAMES = "keyAltNames";

    private final MongoCollection<BsonDocument> keys;
    private final MongoCollection<Document> erased;
    private final ClientEncryption encryption;

    KeyVault(MongoDatabase vault, ClientEncryption encryption) {
        MongoDatabase durable = vault.withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.keys = durable.getCollection(KEYS, BsonDocument.class);
        this.erased = durable.getCollection("erased");
        this.encryption = encryption;
    }

    void createIndexes() {
        keys.createIndex(Indexes.ascending(NAMES), new IndexOptions().unique(true).sparse(true));
    }

    Optional<BsonBinary> find(Subject subject) {
        return Optional.ofNullable(keys.find(Filters.eq(NAMES, subject.name())).first())
                .map(key -> key.getBinary("_id"));
    }

    boolean contains(BsonBinary keyId) {
        return keys.find(Filters.eq(keyId)).first() != null;
    }

    boolean wasErased(Subject subject) {
        return erased.find(Filters.eq(subject.name())).first() != null;
    }

    boolean wasErased(BsonBinary keyId) {
        return erased.find(Filters.eq(tombstone(keyId))).first() != null;
    }

    /** The new key of the subject, or the one that it has. */
    BsonBinary create(Subject subject) {
        Optional<BsonBinary> created = createUnlessExists(subject);
        if (wasErased(subject)) {
            keys.deleteOne(Filters.eq(NAMES, subject.name())); // erased since the check before the creation
            throw new SubjectErased(subject);
        }
        return created.or(() -> find(subject)).orElseThrow();
    }

    private Optional<BsonBinary> createUnlessExists(Subject subject) {
        try {
            return Optional.of(
                    encryption.createDataKey("local", new DataKeyOptions().keyAltNames(List.of(subject.name()))));
        } catch (MongoException e) {
            if (isDuplicateKey(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isDuplicateKey(MongoException e) {
        return e instanceof DuplicateKeyException || e instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /**
     * Destroys the subject's key and returns its id; empty when there was none. Tombstones are written first: after a crash
     * in between the erasure can be repeated, and no key is missing without a tombstone.
     */
    Optional<BsonBinary> destroy(Subject subject) {
        Optional<BsonBinary> key = find(subject);
        key.ifPresent(id -> addTombstone(tombstone(id)));
        addTombstone(subject.name());
        keys.deleteOne(Filters.eq(NAMES, subject.name()));
        return key;
    }

    private void addTombstone(String id) {
        erased.updateOne(Filters.eq(id), Updates.setOnInsert("at", Date.from(Instant.now())),
                new UpdateOptions().upsert(true));
    }

    private static String tombstone(BsonBinary keyId) {
        return "key:" + keyId.asUuid();
    }
}
