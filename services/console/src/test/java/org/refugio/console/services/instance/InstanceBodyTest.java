package org.refugio.console.services.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstanceBodyTest {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    private ProgressTimeout timeout() {
        return new ProgressTimeout(timer, Duration.ofMinutes(1), () -> {
        });
    }

    @Test
    void aConnectionThatBreaksIsTheInstancesFailureAlsoWhenTheConverterWrapsIt() {
        InstanceBody body = new InstanceBody(out -> {
            try {
                out.write(new byte[10]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        OutputStream broken = new OutputStream() {

            @Override
            public void write(int single) throws IOException {
                throw new IOException("the connection was reset");
            }
        };
        assertThatThrownBy(() -> body.writeTo(broken, timeout())).isInstanceOf(IOException.class)
                .hasMessage("the connection was reset");
        assertThat(body.sourceFailure()).isNull();
    }

    @Test
    void aSourceThatCannotBeReadIsNot() {
        InstanceBody body = new InstanceBody(_ -> {
            throw new IllegalStateException("no source");
        });
        assertThatThrownBy(() -> body.writeTo(OutputStream.nullOutputStream(), timeout()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(body.sourceFailure()).isInstanceOf(IllegalStateException.class);
    }
}
