package org.refugio.notification.carriers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class IncomingSmsTest {

    private final List<String> received = new ArrayList<>();
    private final IncomingSms incoming = new IncomingSms(listening());

    @ParameterizedTest
    @CsvSource({"INTERNATIONAL, 15625550147, +15625550147", "INTERNATIONAL, 525625550147, +525625550147",
            "UNKNOWN, 5215625550147, +525625550147", "INTERNATIONAL, +525625550147, +525625550147",
            "NATIONAL, 5625550147, +525625550147"})
    void theSenderIsAWholeNumber(TypeOfNumber type, String address, String phone) throws Exception {
        deliver(type, address);
        assertThat(received).containsExactly(phone + " BAJA");
    }

    @Test
    void aSenderWithoutANumberIsAcknowledgedAndIgnored() throws Exception {
        deliver(TypeOfNumber.ALPHANUMERIC, "TELCEL 5");
        deliver(TypeOfNumber.UNKNOWN, "12345");
        assertThat(received).isEmpty();
    }

    private void deliver(TypeOfNumber type, String address) throws ProcessRequestException {
        DeliverSm message = new DeliverSm();
        message.setSourceAddrTon(type.value());
        message.setSourceAddr(address);
        message.setShortMessage("BAJA".getBytes(StandardCharsets.US_ASCII));
        incoming.onAcceptDeliverSm(message);
    }

    private ObjectProvider<IncomingSmsListener> listening() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("listener", (IncomingSmsListener) (phone, text) -> received.add(phone.e164() + " " + text));
        return beans.getBeanProvider(IncomingSmsListener.class);
    }
}
