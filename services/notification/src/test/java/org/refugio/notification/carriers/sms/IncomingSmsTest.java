package org.refugio.notification.carriers.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.carriers.IncomingText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class IncomingSmsTest {

    private static final short TIMESTAMP = 0x1401;

    private final List<IncomingText> received = new ArrayList<>();
    private final List<MessagePart> parts = new ArrayList<>();
    private final IncomingSms incoming = new IncomingSms(listening(),
            (message, part, coding, octets) -> parts.add(part), new SmppSettings("localhost", 1, "id", "secret",
                    "AGENDA", Integer.valueOf(SmppSettings.RECEIPTED_MESSAGE_ID), (int) TIMESTAMP));

    @ParameterizedTest
    @CsvSource({"INTERNATIONAL, 15625550147, +15625550147", "INTERNATIONAL, 525625550147, +525625550147",
            "UNKNOWN, 5215625550147, +525625550147", "INTERNATIONAL, +525625550147, +525625550147",
            "NATIONAL, 5625550147, +525625550147"})
    void theSenderIsAWholeNumber(TypeOfNumber type, String address, String phone) throws Exception {
        deliver(type, address);
        assertThat(received).extracting(each -> each.from().e164() + " " + each.text())
                .containsExactly(phone + " BAJA");
    }

    @Test
    void aSenderWithoutANumberIsAcknowledgedAndIgnored() throws Exception {
        deliver(TypeOfNumber.ALPHANUMERIC, "TELCEL 5");
        deliver(TypeOfNumber.UNKNOWN, "12345");
        assertThat(received).isEmpty();
    }

    @Test
    void theIdAndTheTimeOfTheCentreAreThoseOfItsParameters() throws Exception {
        deliver(TypeOfNumber.INTERNATIONAL, "525625550147", id("A7"), time("261103120000"));
        deliver(TypeOfNumber.INTERNATIONAL, "525625550147", id("A7"), time("261103120000"));
        deliver(TypeOfNumber.INTERNATIONAL, "525625550147", id("A8"), time("261103120001"));
        assertThat(received).extracting(IncomingText::messageId).doesNotContainNull().satisfies(ids -> {
            assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
        });
        assertThat(received).extracting(IncomingText::sentAt).doesNotContainNull().satisfies(times -> {
            assertThat(times.get(0)).isEqualTo(times.get(1)).isNotEqualTo(times.get(2));
        });
        assertThat(received).extracting(IncomingText::line).containsOnly("AGENDA");
    }

    @Test
    void aCentreThatGivesNeitherIsNotAssumedToHaveGivenThem() throws Exception {
        deliver(TypeOfNumber.INTERNATIONAL, "525625550147");
        assertThat(received.getFirst().messageId()).isNull();
        assertThat(received.getFirst().sentAt()).isNull();
        assertThat(received.getFirst()).asString().doesNotContain("5625550147", "BAJA");
    }

    @Test
    void partsAreRecognisedByTheirHeaderOrByParameters() throws Exception {
        deliverWithHeader(5, 0, 3, 200, 3, 2);
        deliverWithHeader(11, 5, 4, 1, 2, 3, 4, 0, 3, 200, 2, 1); // after the header of a port
        deliverWithHeader(6, 8, 4, 1, 200, 2, 2);
        deliver(TypeOfNumber.INTERNATIONAL, "525625550147", new OptionalParameter.Sar_msg_ref_num((short) 456),
                new OptionalParameter.Sar_total_segments((byte) 2), new OptionalParameter.Sar_segment_seqnum((byte) 1));
        assertThat(parts).containsExactly(new MessagePart(200, 3, 2), new MessagePart(200, 2, 1),
                new MessagePart(456, 2, 2), new MessagePart(456, 2, 1));
        assertThat(received).isEmpty();
    }

    @Test
    void aMessageWhoseHeaderMakesNoSenseIsAMessageOfItsOwn() throws Exception {
        deliverWithHeader(5, 0, 3, 200, 1, 1);
        deliverWithHeader(5, 0, 3, 200, 2, 3);
        deliverWithHeader(5, 0, 3, 200, 2, 0);
        deliverWithHeader(5, 0, 9, 200, 2, 1);
        deliverWithHeader(3, 0, 3, 200);
        assertThat(parts).isEmpty();
        assertThat(received).extracting(IncomingText::text).hasSize(5).allMatch(each -> each.endsWith("BAJA"));
    }

    private void deliverWithHeader(int... header) throws ProcessRequestException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        IntStream.of(header).forEach(data::write);
        data.writeBytes("BAJA".getBytes(StandardCharsets.US_ASCII));
        DeliverSm message = new DeliverSm();
        message.setSourceAddrTon(TypeOfNumber.INTERNATIONAL.value());
        message.setSourceAddr("525625550147");
        message.setUdhi();
        message.setShortMessage(data.toByteArray());
        incoming.onAcceptDeliverSm(message);
    }

    private static OptionalParameter id(String id) {
        return new OptionalParameter.Receipted_message_id(id.getBytes(StandardCharsets.US_ASCII));
    }

    private static OptionalParameter time(String time) {
        return new OptionalParameter.OctetString(TIMESTAMP, time.getBytes(StandardCharsets.US_ASCII));
    }

    private void deliver(TypeOfNumber type, String address, OptionalParameter... parameters)
            throws ProcessRequestException {
        DeliverSm message = new DeliverSm();
        message.setSourceAddrTon(type.value());
        message.setSourceAddr(address);
        message.setDestAddress("AGENDA");
        message.setOptionalParameters(parameters);
        message.setShortMessage("BAJA".getBytes(StandardCharsets.US_ASCII));
        incoming.onAcceptDeliverSm(message);
    }

    private ObjectProvider<IncomingSmsListener> listening() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("listener", (IncomingSmsListener) received::add);
        return beans.getBeanProvider(IncomingSmsListener.class);
    }
}
