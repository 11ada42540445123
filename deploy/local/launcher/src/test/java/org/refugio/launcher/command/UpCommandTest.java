package org.refugio.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.launcher.installation.LauncherException;

class UpCommandTest {

    @Test
    void instancesAreRead() {
        assertThat(UpCommand.instances(List.of("--instances", "intake=2", "--instances", "scheduling=3")))
                .isEqualTo(Map.of("intake", 2, "scheduling", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"console=2", "intake", "intake=0", "intake=ten", "nobody=2"})
    void instancesThatAreNoneAreSaid(String instances) {
        assertThatThrownBy(() -> UpCommand.instances(List.of("--instances", instances)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("SERVICE=N");
    }

    @Test
    void whatUpDoesNotKnowIsSaid() {
        assertThatThrownBy(() -> UpCommand.instances(List.of("--fast"))).isInstanceOf(LauncherException.class)
                .hasMessageContaining("--fast");
    }
}
