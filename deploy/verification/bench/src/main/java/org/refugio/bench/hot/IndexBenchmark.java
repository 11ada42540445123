package org.refugio.bench.hot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.refugio.privacy.Privacy;

/** A search token of a name; the plain version does not normalise and reuses its Mac. */
@State(Scope.Benchmark)
public class IndexBenchmark {

    private static final String NAME = "Marie-Ange  Desrosiers Núñez";

    private PrivacyFixture parts;
    private Privacy privacy;
    private Mac mac;

    @Setup
    public void open() throws Exception {
        parts = new PrivacyFixture();
        privacy = parts.privacy();
        mac = mac();
    }

    private static Mac mac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        return mac;
    }

    @TearDown
    public void close() {
        parts.close();
    }

    @Benchmark
    public String token() {
        return privacy.token("name", NAME);
    }

    @Benchmark
    public byte[] tokenPlain() {
        return mac.doFinal(NAME.getBytes(StandardCharsets.UTF_8));
    }
}
