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

/** Tells a store that does not answer from a write that it will never take, and both from a taken key. */
public final class StoreExceptionTranslator {

    /** BSONObjectTooLarge, and an update whose result would be too large. */
    private static final Set<Integer> SIZE = Set.of(10334, 17419, 17420);

    /**
     * The server's codes for a write that is wrong in itself: BadValue, FailedToParse, TypeMismatch, Overflow,
     * InvalidLength, IllegalOperation, InvalidBSON, PathNotViable, ConflictingUpdateOperators, the five for bad field
     * names and ids, CommandNotFound, ImmutableField, CommandNotSupported,
     * DocumentValidationFailure, NotImplemented, and a key too long for its index.
     */
    private static final Set<Integer> WRONG = Set.of(2, 9, 14, 15, 16, 20, 22, 28, 40, 52, 53, 55, 56, 57, 59, 66,
            115, 121, 238, 17280);

    private StoreExceptionTranslator() {
    }

    /**
     * Run against the store. A taken key comes through as it is.
     *
     * @throws StoreRejectedWrite when no repetition can help
     * @throws TransientFailure for everything else: a fault that nobody foresaw must not lose an event
     */
    public static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            if (isDuplicate(e)) {
                throw e;
            }
            throw of(e);
        } catch (BsonMaximumSizeExceededException e) {
            throw new StoreRejectedWrite(StoreRejectedWrite.TOO_LARGE);
        } catch (BsonSerializationException e) {
            throw new StoreRejectedWrite("not-storable");
        }
    }

    static boolean isDuplicate(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY
                || e instanceof MongoWriteException write
                        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** What a fault of the driver means for whoever called. */
    public static RuntimeException of(MongoException e) {
        int code = e instanceof MongoBulkWriteException bulk && !bulk.getWriteErrors().isEmpty()
                ? bulk.getWriteErrors().getFirst().getCode()
                : e.getCode();
        if (SIZE.contains(code)) {
            return new StoreRejectedWrite(StoreRejectedWrite.TOO_LARGE);
        }
        if (WRONG.contains(code)) {
            return new StoreRejectedWrite("refused-" + code);
        }
        if (isDuplicate(e)) {
            return StoreRejectedWrite.taken(e);
        }
        return new TransientFailure("the document store does not answer", e);
    }
}
