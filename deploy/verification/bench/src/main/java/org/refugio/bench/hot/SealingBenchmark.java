package org.refugio.bench.hot;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.refugio.contracts.Sealed;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;

/** Encrypts and decrypts one field of personal data. The plain version has its key in a variable and no subjects. */
@State(Scope.Benchmark)
public class SealingBenchmark {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String TEXT = "Marie-Ange Desrosiers, +52 962 555 0101";

    private final SecureRandom random = new SecureRandom();
    private final Subject subject = Subject.ofCase("bench");
    private PrivacyFixture parts;
    private Privacy privacy;
    private Sealed sealed;
    private SecretKey key;
    private byte[] plainSealed;

    /** A registered subject, and a value of each kind to open. */
    @Setup
    public void open() throws Exception {
        parts = new PrivacyFixture();
        privacy = parts.privacy();
        privacy.register(subject);
        sealed = privacy.seal(subject, TEXT);
        KeyGenerator keys = KeyGenerator.getInstance("AES");
        keys.init(256);
        key = keys.generateKey();
        plainSealed = sealPlain();
    }

    @TearDown
    public void close() {
        parts.close();
    }

    @Benchmark
    public Sealed seal() {
        return privacy.seal(subject, TEXT);
    }

    @Benchmark
    public byte[] sealPlain() throws Exception {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[NONCE + text.length + TAG_BITS / 8];
        System.arraycopy(nonce, 0, out, 0, NONCE);
        cipher.doFinal(text, 0, text.length, out, NONCE);
        return out;
    }

    @Benchmark
    public Optional<String> unseal() {
        return privacy.open(sealed);
    }

    @Benchmark
    public String unsealPlain() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, plainSealed, 0, NONCE));
        return new String(cipher.doFinal(plainSealed, NONCE, plainSealed.length - NONCE), StandardCharsets.UTF_8);
    }
}
