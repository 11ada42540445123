package org.refugio.store.engine;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Seals values with AES-256-GCM. Each start of the store has a key of its own, derived by HKDF from the key file and a
 * random salt, so that a counter is a nonce that never repeats under a key, also after a restore of older data. A value
 * is bound to the key of its record: it does not open at another place.
 *
 * <p>Format: number of the start (4 bytes), counter (8 bytes), ciphertext and tag.
 */
final class ValueSeal {

    private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES;
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(ValueSeal::cipher);

    private final byte[] fileKey;
    private final IntFunction<byte[]> salts;
    private final int start;
    private final ConcurrentMap<Integer, SecretKey> keys = new ConcurrentHashMap<>();
    private final AtomicLong counter = new AtomicLong();

    /**
     * @param salts the salt of each start
     * @param start the number of this start
     */
    ValueSeal(byte[] fileKey, IntFunction<byte[]> salts, int start) {
        this.fileKey = fileKey.clone();
        this.salts = salts;
        this.start = start;
    }

    byte[] seal(byte[] plain, int length, byte[] recordKey) {
        long number = counter.incrementAndGet();
        byte[] sealed = new byte[HEADER_BYTES + length + TAG_BYTES];
        ByteBuffer.wrap(sealed).putInt(start).putLong(number);
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, key(start), nonce(number));
            cipher.updateAAD(recordKey);
            cipher.doFinal(plain, 0, length, sealed, HEADER_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws StorageFailure when it was changed, or sealed with another key or for another record */
    byte[] open(byte[] sealed, byte[] recordKey) {
        try {
            ByteBuffer header = ByteBuffer.wrap(sealed);
            SecretKey key = key(header.getInt());
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(header.getLong()));
            cipher.updateAAD(recordKey);
            return cipher.doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new StorageFailure("a stored value cannot be opened with the key file", e);
        }
    }

    private SecretKey key(int number) {
        return keys.computeIfAbsent(number, n -> {
            try {
                return KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(fileKey)
                        .addSalt(salts.apply(n)).thenExpand("refugio store values".getBytes(), 32));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static GCMParameterSpec nonce(long number) {
        return new GCMParameterSpec(8 * TAG_BYTES, ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(number).array());
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
