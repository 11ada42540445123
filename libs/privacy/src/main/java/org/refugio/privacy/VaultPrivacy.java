package org.refugio.privacy;

import com.mongodb.MongoException;
import com.mongodb.client.model.vault.EncryptOptions;
import com.mongodb.client.vault.ClientEncryption;
import com.mongodb.crypt.capi.MongoCryptException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.refugio.contracts.Sealed;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts with the driver's explicit encryption, every subject under its own key from the {@link KeyVault}. */
final class VaultPrivacy implements Privacy {

    private static final String ALGORITHM = "AEAD_AES_256_CBC_HMAC_SHA_512-Random";
    private static final byte ENCRYPTED_SUBTYPE = 6;
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int KEY_ID_START = 1;
    private static final int KEY_ID_END = 17;
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(25);

    private final ClientEncryption encryption;
    private final KeyVault vault;
    private final KeyIdCache keyIds;
    private final BlindIndex index;
    private final JsonMapper json = JsonMapper.builder().build();

    VaultPrivacy(ClientEncryption encryption, KeyVault vault, KeyIdCache keyIds, BlindIndex index) {
        this.encryption = encryption;
        this.vault = vault;
        this.keyIds = keyIds;
        this.index = index;
    }

    @Override
    public void register(Subject subject) {
        if (keyIds.get(subject) == null) {
            keyIds.put(subject, callVault("register", () -> createKey(subject)));
        }
    }

    private BsonBinary createKey(Subject subject) {
        if (vault.wasErased(subject)) {
            throw new SubjectErased(subject);
        }
        return vault.create(subject);
    }

    @Override
    public Sealed seal(Subject subject, String text) {
        byte[] ciphertext = encrypt(subject, new BsonString(text));
        return new Sealed(subject.name(), Base64.getEncoder().encodeToString(ciphertext));
    }

    @Override
    public Sealed sealJson(Subject subject, Object value) {
        return seal(subject, json.writeValueAsString(value));
    }

    @Override
    public byte[] sealBytes(Subject subject, byte[] plain) {
        if (plain.length > MAX_BYTES) {
            throw new IllegalArgumentException("At most %d bytes can be encrypted at once".formatted(MAX_BYTES));
        }
        return encrypt(subject, new BsonBinary(plain));
    }

    private byte[] encrypt(Subject subject, BsonValue plain) {
        BsonBinary key = keyOf(subject);
        try {
            return encryption.encrypt(plain, new EncryptOptions(ALGORITHM).keyId(key)).getData();
        } catch (MongoException | MongoCryptException e) {
            if (callVault("seal", () -> vault.wasErased(subject))) {
                throw new SubjectErased(subject);
            }
            if (!callVault("seal", () -> awaitKey(key))) {
                throw new KeyMissing("The vault has no key of " + subject.name(), e);
            }
            throw new KeyUnavailable("seal: the vault does not respond", e);
        }
    }

    private BsonBinary keyOf(Subject subject) {
        BsonBinary key = keyIds.get(subject);
        if (key == null) {
            key = callVault("seal", () -> awaitKey(subject));
            keyIds.put(subject, key);
        }
        return key;
    }

    /** The owner registers a subject before it publishes it, but a replica of the vault can be slightly behind. */
    private BsonBinary awaitKey(Subject subject) {
        long until = System.nanoTime() + KEY_TIMEOUT.toNanos();
        Optional<BsonBinary> key = vault.find(subject);
        while (key.isEmpty() && System.nanoTime() < until) {
            if (vault.wasErased(subject)) {
                throw new SubjectErased(subject);
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            key = vault.find(subject);
        }
        return key.orElseThrow(() -> new KeyMissing("The vault has no key of " + subject.name(), null));
    }

    /** Whether the vault has the key, after the wait for a replica that is slightly behind; false at once for an erased one. */
    private boolean awaitKey(BsonBinary key) {
        long until = System.nanoTime() + KEY_TIMEOUT.toNanos();
        boolean found = vault.contains(key);
        while (!found && System.nanoTime() < until && !vault.wasErased(key)) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            found = vault.contains(key);
        }
        return found;
    }

    @Override
    public Optional<String> open(Sealed sealed) {
        return decrypt(decoded(sealed)).map(value -> value.asString().getValue());
    }

    @Override
    public <T> Optional<T> openJson(Sealed sealed, Class<T> type) {
        return open(sealed).map(text -> json.readValue(text, type));
    }

    @Override
    public Optional<byte[]> openBytes(byte[] sealed) {
        return decrypt(sealed).map(value -> value.asBinary().getData());
    }

    private static byte[] decoded(Sealed sealed) {
        try {
            return Base64.getDecoder().decode(sealed.ciphertext());
        } catch (IllegalArgumentException _) {
            throw new SealedValueCorrupt("The ciphertext of a value of " + sealed.subject() + " is not base64", null);
        }
    }

    private Optional<BsonValue> decrypt(byte[] sealed) {
        BsonBinary key = keyIdIn(sealed);
        if (keyIds.isDestroyed(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(encryption.decrypt(new BsonBinary(ENCRYPTED_SUBTYPE, sealed)));
        } catch (MongoException | MongoCryptException e) {
            return retryOrExplain(key, sealed, e);
        }
    }

    /** The driver distinguishes a missing key, an unavailable vault and a damaged value by message only: query the vault. */
    private Optional<BsonValue> retryOrExplain(BsonBinary key, byte[] sealed, RuntimeException first) {
        if (!callVault("open", () -> awaitKey(key))) {
            if (callVault("open", () -> vault.wasErased(key))) {
                return Optional.empty();
            }
            throw new KeyMissing("The vault has no key " + key.asUuid(), first);
        }
        try {
            return Optional.of(encryption.decrypt(new BsonBinary(ENCRYPTED_SUBTYPE, sealed)));
        } catch (MongoException | MongoCryptException e) {
            if (e.getCause() instanceof MongoException) {
                throw new KeyUnavailable("open: the vault does not respond", e);
            }
            throw new SealedValueCorrupt("A value cannot be decrypted with its key " + key.asUuid(), e);
        }
    }

    /** An encrypted value begins with one byte for the algorithm and the 16 bytes of the key's id. */
    private static BsonBinary keyIdIn(byte[] sealed) {
        if (sealed.length <= KEY_ID_END) {
            throw new SealedValueCorrupt("The ciphertext is too short", null);
        }
        return new BsonBinary(BsonBinarySubType.UUID_STANDARD, Arrays.copyOfRange(sealed, KEY_ID_START, KEY_ID_END));
    }

    @Override
    public void erase(Subject subject) {
        callVault("erase", () -> vault.destroy(subject)).ifPresent(key -> keyIds.destroy(subject, key));
    }

    @Override
    public String token(String field, String text) {
        return index.token(field, text);
    }

    private static <T> T callVault(String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (KeyUnavailable e) {
            throw e;
        } catch (MongoException e) {
            throw new KeyUnavailable(operation + ": the vault does not respond", e);
        }
    }
}
