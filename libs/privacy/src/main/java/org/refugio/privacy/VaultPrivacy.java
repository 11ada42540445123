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

/** Seals with the driver's explicit encryption, every subject under its own key from the {@link KeyVault}. */
final class VaultPrivacy implements Privacy {

    private static final String RANDOM = "AEAD_AES_256_CBC_HMAC_SHA_512-Random";
    private static final byte ENCRYPTED = 6;
    private static final int LARGEST = 1024 * 1024;
    private static final Duration FRESH_KEY_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final ClientEncryption encryption;
    private final KeyVault vault;
    private final KeyIdCache known;
    private final BlindIndex index;
    private final JsonMapper json = JsonMapper.builder().build();

    VaultPrivacy(ClientEncryption encryption, KeyVault vault, KeyIdCache known, BlindIndex index) {
        this.encryption = encryption;
        this.vault = vault;
        this.known = known;
        this.index = index;
    }

    @Override
    public void register(Subject subject) {
        if (known.get(subject) == null) {
            known.put(subject, reach("register", () -> vault.find(subject).orElseGet(() -> createKey(subject))));
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
        byte[] sealed = encrypt(subject, new BsonString(text));
        return new Sealed(subject.name(), Base64.getEncoder().encodeToString(sealed));
    }

    @Override
    public Sealed sealJson(Subject subject, Object value) {
        return seal(subject, json.writeValueAsString(value));
    }

    @Override
    public byte[] sealBytes(Subject subject, byte[] plain) {
        if (plain.length > LARGEST) {
            throw new IllegalArgumentException("At most %d bytes at a time".formatted(LARGEST));
        }
        return encrypt(subject, new BsonBinary(plain));
    }

    private byte[] encrypt(Subject subject, BsonValue plain) {
        BsonBinary key = keyOf(subject);
        try {
            return encryption.encrypt(plain, new EncryptOptions(RANDOM).keyId(key)).getData();
        } catch (MongoException | MongoCryptException e) {
            if (reach("seal", () -> vault.wasErased(subject))) {
                throw new SubjectErased(subject);
            }
            throw new KeyUnavailable("seal", e);
        }
    }

    private BsonBinary keyOf(Subject subject) {
        BsonBinary key = known.get(subject);
        if (key == null) {
            key = reach("seal", () -> awaitKey(subject));
            known.put(subject, key);
        }
        return key;
    }

    /** The owner registers before anybody else hears of the subject, but another store's replica can be a moment late. */
    private BsonBinary awaitKey(Subject subject) {
        long until = System.nanoTime() + FRESH_KEY_WAIT.toNanos();
        Optional<BsonBinary> key = vault.find(subject);
        while (key.isEmpty() && System.nanoTime() < until) {
            if (vault.wasErased(subject)) {
                throw new SubjectErased(subject);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            key = vault.find(subject);
        }
        return key.orElseThrow(() -> new KeyUnavailable("No key of " + subject.name(), null));
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
            throw new SealedValueCorrupt("Not a sealed value of " + sealed.subject(), null);
        }
    }

    private Optional<BsonValue> decrypt(byte[] sealed) {
        BsonBinary key = keyIdIn(sealed);
        if (known.isDestroyed(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(encryption.decrypt(new BsonBinary(ENCRYPTED, sealed)));
        } catch (MongoException | MongoCryptException e) {
            return whyNot(key, sealed, e);
        }
    }

    /** The driver tells a missing key, a vault that is away and a damaged value apart only by text: so ask the vault. */
    private Optional<BsonValue> whyNot(BsonBinary key, byte[] sealed, RuntimeException first) {
        if (!reach("open", () -> vault.holds(key))) {
            if (reach("open", () -> vault.wasErased(key))) {
                return Optional.empty();
            }
            throw new KeyUnavailable("The vault has no key " + key.asUuid(), first);
        }
        try {
            return Optional.of(encryption.decrypt(new BsonBinary(ENCRYPTED, sealed)));
        } catch (MongoException | MongoCryptException e) {
            if (e.getCause() instanceof MongoException) {
                throw new KeyUnavailable("open", e);
            }
            throw new SealedValueCorrupt("Does not open under key " + key.asUuid(), e);
        }
    }

    /** A sealed value begins with one byte for the algorithm and the 16 of the key's id. */
    private static BsonBinary keyIdIn(byte[] sealed) {
        if (sealed.length < 18) {
            throw new SealedValueCorrupt("Too short for a sealed value", null);
        }
        return new BsonBinary(BsonBinarySubType.UUID_STANDARD, Arrays.copyOfRange(sealed, 1, 17));
    }

    @Override
    public void erase(Subject subject) {
        reach("erase", () -> vault.destroy(subject)).ifPresent(key -> known.destroyed(subject, key));
    }

    @Override
    public String token(String field, String text) {
        return index.token(field, text);
    }

    private static <T> T reach(String what, Supplier<T> vaultCall) {
        try {
            return vaultCall.get();
        } catch (KeyUnavailable e) {
            throw e;
        } catch (MongoException e) {
            throw new KeyUnavailable(what, e);
        }
    }
}
