package org.refugio.messaging.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.messaging.failure.TransientFailure;

class StoreExceptionTranslatorTest {

    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 1);

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 52, 121, 10334, 17419})
    void anInvalidWriteIsNotRetried(int code) {
        assertThatThrownBy(() -> fail(write(code, "Marisol's phone"))).isInstanceOf(StoreRejectedWrite.class)
                .message().doesNotContain("Marisol");
        assertThatThrownBy(() -> fail(command(code))).isInstanceOf(StoreRejectedWrite.class);
    }

    @Test
    void aDocumentThatIsTooLargeForTheDriverIsNotRetried() {
        assertThatThrownBy(() -> StoreExceptionTranslator.execute(() -> {
            throw new BsonMaximumSizeExceededException("too large");
        })).isInstanceOfSatisfying(StoreRejectedWrite.class,
                rejected -> assertThat(rejected.refusal().rule()).isEqualTo("too-large-to-keep"));
    }

    @ParameterizedTest
    @MethodSource
    void anUnavailableStoreIsRetried(MongoException transientException) {
        assertThatThrownBy(() -> fail(transientException)).isInstanceOf(TransientFailure.class);
    }

    static List<MongoException> anUnavailableStoreIsRetried() {
        return List.of(new MongoTimeoutException("no server"), new MongoSocketReadException("cut", SERVER),
                new MongoNotPrimaryException(BsonDocument.parse("{}"), SERVER), write(50, "time is up"), command(91),
                command(13), command(987654));
    }

    @Test
    void aDuplicateKeyIsPassedOnAndReportsItsIndexOnly() {
        MongoException duplicate = write(11000,
                "E11000 duplicate key error collection: refugio_x.people index: state.phone_1 dup key: { : \"+5299\" }");
        assertThatThrownBy(() -> fail(duplicate)).isSameAs(duplicate);
        StoreRejectedWrite rejected = StoreRejectedWrite.duplicateKey(duplicate);
        assertThat(rejected.reason()).isEqualTo("not-unique-state.phone_1");
        assertThat(rejected.refusal().details()).containsEntry("index", "state.phone_1");
        assertThat(rejected.getMessage() + rejected.refusal()).doesNotContain("5299");
    }

    private static void fail(MongoException exception) {
        StoreExceptionTranslator.execute(() -> {
            throw exception;
        });
    }

    private static MongoException write(int code, String message) {
        return new MongoWriteException(new WriteError(code, message, new BsonDocument()), SERVER, Set.of());
    }

    private static MongoException command(int code) {
        return new MongoCommandException(new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("Marisol's phone")), SERVER);
    }
}
