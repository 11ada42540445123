package org.refugio.e2e.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCallsTest {

    private static final String METRICS = """
        mongodb_driver_commands_seconds_count{collection="cases",command="find",status="SUCCESS"} 4.0
        mongodb_driver_commands_seconds_count{collection="cases",command="find",status="FAILED"} 1.0
        mongodb_driver_commands_seconds_count{collection="cases",command="update",status="SUCCESS"} 2.0
        mongodb_driver_commands_seconds_count{collection="unknown",command="hello",status="SUCCESS"} 90.0
        mongodb_driver_commands_seconds_sum{collection="cases",command="find",status="SUCCESS"} 0.7
        """;

    @Test
    void readsAndWritesAreCountedAndNothingElse() {
        StoreCalls calls = new StoreCalls(StoreCalls.parsed("intake", METRICS));
        assertThat(calls.reads("intake")).isEqualTo(5);
        assertThat(calls.writes("intake")).isEqualTo(2);
        assertThat(calls.reads("console")).isZero();
        assertThat(CountedOperation.OPEN.measure(calls)).isEqualTo(7);
        assertThat(CountedOperation.IDLE.measure(calls)).isEqualTo(5);
    }

    @Test
    void whatAnIdleInstallationDoesIsSubtracted() {
        StoreCalls calls = new StoreCalls(Map.of("intake find cases", 9.0, "intake insert cases", 2.0));
        StoreCalls idle = new StoreCalls(Map.of("intake find cases", 2.0));
        assertThat(calls.without(idle, 3).counts()).containsEntry("intake find cases", 3.0)
                .containsEntry("intake insert cases", 2.0);
    }

    @Test
    void theTableIsReplacedAndItsShapeHasNoFigures(@TempDir Path folder) throws Exception {
        Path document = folder.resolve("performance.md");
        Files.writeString(document, "before\n<!-- store calls: generated with -Drefugio.calls.write=true -->\n"
                + "<!-- end of store calls -->\nafter\n");
        for (double count : new double[]{1, 2}) {
            Map<CountedOperation, StoreCalls> counted = new EnumMap<>(CountedOperation.class);
            counted.put(CountedOperation.OPEN, new StoreCalls(Map.of("intake find cases", count)));
            String table = StoreCallTable.of(counted);
            StoreCallTable.write(document, table);
            assertThat(StoreCallTable.read(document)).isEqualTo(table).contains(count + " + 0.0");
            assertThat(StoreCallTable.shape(table)).contains("open a case", "limit", "goal").doesNotContain(" + ");
            assertThat(document).content().startsWith("before\n").endsWith("after\n");
        }
        Path other = Files.writeString(folder.resolve("other.md"), "no table\n");
        assertThatThrownBy(() -> StoreCallTable.read(other)).isInstanceOf(IllegalStateException.class);
    }
}
