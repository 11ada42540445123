package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.carriers.Carrier;
import org.refugio.notification.carriers.CarrierSettings;
import org.refugio.notification.carriers.Carriers;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.plans.ReminderPlans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Many reminders that are due at the same time, with carriers that accept everything; their number is {@code
 * -Drefugio.reminders=N}.
 */
@Import(DueRemindersIT.AcceptingCarriers.class)
class DueRemindersIT extends OnRealCarriers {

    private static final Logger LOG = LoggerFactory.getLogger(DueRemindersIT.class);
    private static final int REMINDERS = Integer.getInteger("refugio.reminders", 300);
    private static final int PEOPLE = 20;

    @Autowired
    private ReminderPlans plans;

    @Autowired
    private Contacts contacts;

    @Test
    void allAreSentOnceAndQuickly() throws Exception {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(office.person("es"));
        }
        eventually().until(() -> people.stream().allMatch(each -> contacts.find(each.caseId()).isPresent()));
        LocalDateTime start = in(20, "12:00");
        book(people, start);
        eventually().atMost(Duration.ofMinutes(5)).until(() -> AcceptingCarriers.ACCEPTED.get() == 2 * REMINDERS);
        AcceptingCarriers.ACCEPTED.set(0);
        long startNanos = System.nanoTime();
        moveTo(start.minusDays(7));
        eventually().atMost(Duration.ofMinutes(5)).until(() -> AcceptingCarriers.ACCEPTED.get() >= 2 * REMINDERS);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        LOG.info("{} reminders on two channels in {} s: {} messages/s", REMINDERS, seconds,
                2 * REMINDERS / seconds);
        assertThat(2 * REMINDERS / seconds).isGreaterThan(20);
        continuously().untilAsserted(() -> assertThat(AcceptingCarriers.ACCEPTED.get()).isEqualTo(2 * REMINDERS));
    }

    private void book(List<Person> people, LocalDateTime start) throws Exception {
        try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            List<Future<?>> begun = new ArrayList<>();
            for (int i = 0; i < REMINDERS; i++) {
                Person person = people.get(i % PEOPLE);
                begun.add(crowd.submit(() -> book(person, start)));
            }
            for (Future<?> each : begun) {
                each.get();
            }
        }
    }

    private void book(Person person, LocalDateTime start) {
        String id = "a" + UUID.randomUUID().toString().replace("-", "");
        TestCarriers.SCHEDULING.setValid(id, 1);
        plans.booked(
                new AppointmentDetails(id, 1, person.caseId(), "tijuana", "CONSULTATION", start,
                        ZONE.getId(), start.atZone(ZONE).toInstant(), 60, "es", "l-1", null, "r-1", "oficina centro",
                        List.of()),
                new EventOrigin("scheduling", id, 1, person.caseId(), Instant.now()));
    }

    @TestConfiguration
    static class AcceptingCarriers {

        static final AtomicInteger ACCEPTED = new AtomicInteger();

        @Bean
        @Primary
        Carriers acceptingCarriers() {
            return new Carriers(List.of(new AcceptingCarrier(Channel.SMS), new AcceptingCarrier(Channel.EMAIL)),
                    new CarrierSettings(Map.of(Channel.SMS, List.of("SMS"), Channel.EMAIL, List.of("EMAIL"))));
        }
    }

    private record AcceptingCarrier(Channel channel) implements Carrier {

        @Override
        public String name() {
            return channel.name();
        }

        @Override
        public boolean isReachable() {
            return true;
        }

        @Override
        public void send(String to, String subject, String text) {
            AcceptingCarriers.ACCEPTED.incrementAndGet();
        }
    }
}
