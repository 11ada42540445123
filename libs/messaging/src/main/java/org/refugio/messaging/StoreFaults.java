package org.refugio.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.function.Supplier;

/** Tells a store that does not answer from a write that met a taken key. */
final class StoreFaults {

    private StoreFaults() {
    }

    static boolean isDuplicate(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY
                || e instanceof MongoWriteException write
                        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Run against the store; whatever it fails with but a taken key is transient. */
    static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            if (isDuplicate(e)) {
                throw e;
            }
            throw new TransientFailure("the document store does not answer", e);
        }
    }
}
