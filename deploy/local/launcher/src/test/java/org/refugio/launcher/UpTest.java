package org.refugio.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpTest {

    @Test
    void instancesAreRead() {
        assertThat(Up.instances(List.of("--instances", "intake=2", "--instances", "scheduling=3")))
                .isEqualTo(Map.of("intake", 2, "scheduling", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"console=2", "intake", "intake=0", "intake=ten", "nobody=2"})
    void instancesThatAreNoneAreSaid(String instances) {
        assertThatThrownBy(() -> Up.instances(List.of("--instances", instances))).isInstanceOf(Trouble.class)
                .hasMessageContaining("SERVICE=N");
    }

    @Test
    void whatUpDoesNotKnowIsSaid() {
        assertThatThrownBy(() -> Up.instances(List.of("--fast"))).isInstanceOf(Trouble.class)
                .hasMessageContaining("--fast");
    }
}
