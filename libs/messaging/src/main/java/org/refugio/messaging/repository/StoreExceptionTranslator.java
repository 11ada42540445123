package org.refugio.messaging.repository;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonSerializationException;
import org.refugio.messaging.failure.TransientFailure;

/** Translates exceptions of the MongoDB driver: retry later, never retry, or duplicate key. */
public final class StoreExceptionTranslator {

    /** BSONObjectTooLarge, and an update whose result would be too large. */
    private static final Set<Integer> TOO_LARGE_CODES = Set.of(10334, 17419, 17420);

    /**
     * The server's codes for a write that is invalid in itself: BadValue, FailedToParse, TypeMismatch, Overflow,
     * InvalidLength, IllegalOperation, InvalidBSON, PathNotViable, ConflictingUpdateOperators, the five for invalid field
     * names and ids, CommandNotFound, ImmutableField, CommandNotSupported, DocumentValidationFailure, NotImplemented, and
     * a key too long for its index.
     */
    private static final Set<Integer> INVALID_WRITE_CODES = Set.of(2, 9, 14, 15, 16, 20, 22, 28, 40, 52, 53, 55, 56, 57,
            59, 66,
            115, 121, 238, 17280);

    private StoreExceptionTranslator() {
    }

    /**
     * Executes a call of the driver and translates its exceptions, except for a duplicate key, which is passed on as it
     * is.
     *
     * @throws StoreRejectedWrite when a repetition can never succeed
     * @throws TransientFailure for everything else: an unforeseen exception must not lose an event
     */
    public static <T> T execute(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            if (isDuplicateKey(e)) {
                throw e;
            }
            throw translate(e);
        } catch (BsonMaximumSizeExceededException e) {
            throw new StoreRejectedWrite(StoreRejectedWrite.TOO_LARGE);
        } catch (BsonSerializationException e) {
            throw new StoreRejectedWrite("not-storable");
        }
    }

    private static boolean isDuplicateKey(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY
                || e instanceof MongoWriteException write
                        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                || e instanceof MongoBulkWriteException bulk && isDuplicateKeys(bulk);
    }

    /** Whether nothing else went wrong. */
    private static boolean isDuplicateKeys(MongoBulkWriteException bulk) {
        return bulk.getWriteConcernError() == null && !bulk.getWriteErrors().isEmpty() && bulk.getWriteErrors().stream()
                .allMatch(each -> each.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /** The exception that the caller should see: {@link StoreRejectedWrite} or {@link TransientFailure}. */
    public static RuntimeException translate(MongoException e) {
        int code = e instanceof MongoBulkWriteException bulk && !bulk.getWriteErrors().isEmpty()
                ? bulk.getWriteErrors().getFirst().getCode()
                : e.getCode();
        if (TOO_LARGE_CODES.contains(code)) {
            return new StoreRejectedWrite(StoreRejectedWrite.TOO_LARGE);
        }
        if (INVALID_WRITE_CODES.contains(code)) {
            return new StoreRejectedWrite("refused-" + code);
        }
        if (isDuplicateKey(e)) {
            return StoreRejectedWrite.duplicateKey(e);
        }
        return new TransientFailure("the document store does not respond", e);
    }
}
