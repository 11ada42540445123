package org.refugio.notification.carriers.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SmtpSettingsTest {

    private final ApplicationContextRunner starting = new ApplicationContextRunner()
            .withUserConfiguration(Binding.class)
            .withPropertyValues("refugio.carriers.smtp.host=127.0.0.1", "refugio.carriers.smtp.port=25");

    @Test
    void theSenderIsGivenToTheServerInAscii() {
        starting.withPropertyValues("refugio.carriers.smtp.sender=agenda@méxico.example")
                .run(started -> assertThat(started.getBean(SmtpSettings.class).sender().forTransport())
                        .isEqualTo("agenda@xn--mxico-bsa.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agenda", "agenda@example", "ágenda@example.org"})
    void aSenderThatNotEveryServerCanTakeIsReportedAtStart(String sender) {
        starting.withPropertyValues("refugio.carriers.smtp.sender=" + sender)
                .run(started -> assertThat(started).hasFailed().getFailure()
                        .hasStackTraceContaining("refugio.carriers.smtp"));
    }

    @EnableConfigurationProperties(SmtpSettings.class)
    static class Binding {
    }
}
