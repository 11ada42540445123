package org.refugio.notification.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.Channel;

class CarriersTest {

    private static final List<Carrier> ALL = List.of(new NamedCarrier("smpp", Channel.SMS),
            new NamedCarrier("http", Channel.SMS), new NamedCarrier("smtp", Channel.EMAIL));

    @Test
    void theSettingsNameTheCarriersOfAChannelAndTheirOrder() {
        assertThat(candidates(carriers("http", "smpp"))).containsExactly("http", "smpp");
        assertThat(candidates(carriers("smpp"))).containsExactly("smpp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "smtp", "smpp,smpp", ""})
    void anOrderThatCannotBeUsedIsReportedAtStart(String order) {
        String[] named = order.isEmpty() ? new String[0] : order.split(",");
        assertThatThrownBy(() -> carriers(named)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("refugio.carriers.order.SMS").hasMessageContaining("http");
    }

    @Test
    void aChannelWithoutAnOrderIsReportedAtStart() {
        CarrierSettings onlySms = new CarrierSettings(Map.of(Channel.SMS, List.of("smpp")));
        assertThatThrownBy(() -> new Carriers(ALL, onlySms)).hasMessageContaining("refugio.carriers.order.EMAIL");
    }

    private static Carriers carriers(String... sms) {
        return new Carriers(ALL,
                new CarrierSettings(Map.of(Channel.SMS, List.of(sms), Channel.EMAIL, List.of("smtp"))));
    }

    private static List<String> candidates(Carriers carriers) {
        return carriers.candidates(Channel.SMS, CarrierRejections.NONE).stream().map(Carrier::name).toList();
    }

    private record NamedCarrier(String name, Channel channel) implements Carrier {

        @Override
        public boolean isReachable() {
            return true;
        }

        @Override
        public void send(String to, String subject, String text) {
            throw new IllegalStateException("not called here");
        }
    }
}
