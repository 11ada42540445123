package org.refugio.document.uploads;

import com.mongodb.MongoException;
import java.util.function.Supplier;
import org.refugio.messaging.TransientFailure;

/** Whatever our own store fails with passes by itself: the sender tries again. */
final class StoreFaults {

    private StoreFaults() {
    }

    static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw new TransientFailure("the document store does not answer", e);
        }
    }
}
