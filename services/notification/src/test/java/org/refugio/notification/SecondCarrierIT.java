package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.contracts.Channel;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.carriers.Carrier;
import org.refugio.notification.carriers.CarrierRejected;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Two carriers of text messages: the second is called only after the first has definitely not accepted a message. */
@Import(SecondCarrierIT.TwoCarriers.class)
@TestPropertySource(properties = "refugio.carriers.order.sms=smpp,second")
class SecondCarrierIT extends OnRealCarriers {

    @BeforeEach
    void accept() {
        SecondCarrier.refuses = false;
    }

    @Test
    void theSecondIsNotCalledWhileTheFirstAccepts() {
        Person person = booked(CarrierFault.OK);
        awaitSent(person.caseId(), 2);
        assertThat(TestCarriers.texts(person.phone())).hasSize(1);
        assertThat(secondReceived(person)).isZero();
    }

    @Test
    void theSecondSendsWhatTheFirstRejected() {
        Person person = booked(CarrierFault.REFUSE);
        awaitSent(person.caseId(), 2);
        assertThat(secondReceived(person)).isEqualTo(1);
        TestCarriers.reset();
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).isEmpty());
    }

    @Test
    void theSecondIsNotCalledWhereTheFirstMayHaveAccepted() {
        Person person = booked(CarrierFault.DROP_AFTER_ACCEPT);
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS UNKNOWN"));
        TestCarriers.reset();
        continuously().untilAsserted(() -> assertThat(secondReceived(person)).isZero());
        assertThat(TestCarriers.texts(person.phone())).hasSize(1);
    }

    @Test
    void theMessageFailsOnceWhereBothRejectIt() {
        SecondCarrier.refuses = true;
        Person person = booked(CarrierFault.REFUSE);
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS FAILED"));
        assertThat(published("notification.message-failed.v1", person.caseId())).hasSize(1);
        assertThat(secondReceived(person)).as("calls of the second").isEqualTo(1);
    }

    private Person booked(CarrierFault fault) {
        Person person = office.person("es");
        TestCarriers.fault(CarrierChannel.SMS, fault);
        office.book(person, in(12, "11:00"));
        return person;
    }

    private static long secondReceived(Person person) {
        return SecondCarrier.CALLED_FOR.stream().filter(person.phone()::equals).count();
    }

    @TestConfiguration
    static class TwoCarriers {

        @Bean
        Carrier secondCarrier() {
            return new SecondCarrier();
        }
    }

    private static final class SecondCarrier implements Carrier {

        static final List<String> CALLED_FOR = new CopyOnWriteArrayList<>();
        static volatile boolean refuses;

        @Override
        public String name() {
            return "second";
        }

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public boolean isReachable() {
            return true;
        }

        @Override
        public void send(String to, String subject, String text) {
            CALLED_FOR.add(to);
            if (refuses) {
                throw new CarrierRejected("number-refused", false, null);
            }
        }
    }
}
