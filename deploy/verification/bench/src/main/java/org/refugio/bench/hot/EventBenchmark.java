package org.refugio.bench.hot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.Event;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.event.EventCodec;
import tools.jackson.databind.json.JsonMapper;

/** The largest everyday event to JSON and back; the plain version knows the class and does not check. */
@State(Scope.Benchmark)
public class EventBenchmark {

    private final EventCodec codec = new EventCodec();
    private final JsonMapper plain = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    private final CaseOpened event = new CaseOpened("c-bench", "tapachula", "TAP-2026-0001", "America/Mexico_City",
            "es", new Sealed("case:c-bench", "c2VhbGVk".repeat(30)), new Sealed("case:c-bench", "c2VhbGVk".repeat(25)),
            new ContactConsent(true, false), LocalDate.of(2026, 1, 5), "2026-1", "user-1",
            Instant.parse("2026-01-07T16:00:00Z"));
    private final byte[] json = codec.encode(event).getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public String encode() {
        return codec.encode(event);
    }

    @Benchmark
    public String encodePlain() {
        return plain.writeValueAsString(event);
    }

    @Benchmark
    public Event decode() {
        return codec.decode("intake", "intake.case-opened.v1", json);
    }

    @Benchmark
    public Event decodePlain() {
        return plain.readValue(json, CaseOpened.class);
    }
}
