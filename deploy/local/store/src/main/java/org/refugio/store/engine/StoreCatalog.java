package org.refugio.store.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The names of the {@link KeySpace}s and their numbers, and the salts of the keys. A number is never used again. */
public final class StoreCatalog {

    private static final int OWN_NUMBER = 0;
    private static final String NAME = "name/";
    private static final String SALT = "salt/";
    private static final byte[] LAST_NUMBER = bytes("last-number");
    private static final byte[] KEY_CHECK = bytes("key-check");
    private static final byte[] CHECKED = bytes("refugio");
    private static final int SALT_BYTES = 32;

    private final StoreEngine engine;
    private final KeySpace own;
    private final ValueSeal seal;
    private final AtomicInteger lastNumber;
    private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();

    private StoreCatalog(StoreEngine engine, byte[] fileKey) {
        this.engine = engine;
        this.own = new KeySpace(engine, OWN_NUMBER);
        this.lastNumber = new AtomicInteger(number(own.get(LAST_NUMBER)));
        own.records().forEach(each -> {
            String name = new String(each.getKey(), StandardCharsets.UTF_8);
            if (name.startsWith(NAME)) {
                numbers.put(name.substring(NAME.length()), number(each.getValue()));
            }
        });
        this.seal = new ValueSeal(fileKey, this::salt, newStart());
        checkKey();
    }

    /**
     * @param fileKey see {@link StoreKey}
     * @throws IllegalStateException when the data was written with another key
     */
    public static StoreCatalog open(StoreEngine engine, byte[] fileKey) {
        return engine.writing(() -> new StoreCatalog(engine, fileKey));
    }

    /** The names of all spaces. */
    public List<String> names() {
        return numbers.keySet().stream().sorted().toList();
    }

    /** The space of a name; created when there is none. */
    public KeySpace space(String name) {
        return new KeySpace(engine, numbers.computeIfAbsent(name, this::newSpace));
    }

    /** The space of a name, with sealed values. */
    public SealedSpace sealedSpace(String name) {
        return new SealedSpace(space(name), seal);
    }

    /** Delete a space and all its records. */
    public void drop(String name) {
        Integer number = numbers.remove(name);
        if (number != null) {
            new KeySpace(engine, number).clear();
            own.delete(bytes(NAME + name));
        }
    }

    private int newSpace(String name) {
        int number = lastNumber.incrementAndGet();
        // at once: the number is used even when the work that asked for it fails
        engine.storeNow(Map.of(own.recordKey(LAST_NUMBER), bytes(number), own.recordKey(bytes(NAME + name)),
                bytes(number)));
        return number;
    }

    private int newStart() {
        int start = (int) own.records().map(Map.Entry::getKey)
                .filter(key -> new String(key, StandardCharsets.UTF_8).startsWith(SALT)).count() + 1;
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        own.put(bytes(SALT + start), salt);
        return start;
    }

    private byte[] salt(int start) {
        byte[] salt = own.get(bytes(SALT + start));
        if (salt == null) {
            throw new StorageFailure("the salt of start " + start + " is missing", null);
        }
        return salt;
    }

    private void checkKey() {
        byte[] sealed = own.get(KEY_CHECK);
        if (sealed == null) {
            own.put(KEY_CHECK, seal.seal(CHECKED, CHECKED.length, own.recordKey(KEY_CHECK)));
        } else {
            try {
                seal.open(sealed, own.recordKey(KEY_CHECK));
            } catch (StorageFailure e) {
                throw new IllegalStateException("the data belongs to another key", e);
            }
        }
        engine.store();
    }

    private static int number(byte[] value) {
        return value == null ? OWN_NUMBER : ByteBuffer.wrap(value).getInt();
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
