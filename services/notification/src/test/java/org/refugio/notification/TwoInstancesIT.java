package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.notification.TestOffice.Person;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Two instances on one store and one topic: no message is sent twice, and none is lost. */
class TwoInstancesIT extends OnRealCarriers {

    private static final int PEOPLE = 40;

    private ConfigurableApplicationContext second;

    @BeforeEach
    void secondInstance() {
        second = new SpringApplicationBuilder(NotificationApplication.class).initializers(context -> {
            Map<String, Object> properties = new HashMap<>(namespace.properties());
            properties.putAll(settings());
            properties.put("refugio.messaging.instance", "notification-1");
            context.getEnvironment().getPropertySources().addFirst(
                    new SystemEnvironmentPropertySource("refugio-systemEnvironment",
                            namespace.variables("notification")));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("refugio-test", properties));
        }).run("--server.port=0");
    }

    @AfterEach
    void stopSecondInstance() {
        if (second.isActive()) {
            second.close();
        }
    }

    @Test
    void everyMessageIsSentOnceEvenWhenOneInstanceStops() {
        LocalDateTime start = in(20, "11:00");
        List<Person> people = IntStream.range(0, PEOPLE).mapToObj(_ -> office.person("es")).toList();
        people.forEach(each -> office.book(each, start));
        everyoneHas(people, 1);
        moveTo(start.minusDays(7));
        everyoneHas(people, 2);
        moveTo(start.minusDays(2));
        second.close(); // while messages are being sent
        everyoneHas(people, 3);
        continuously().untilAsserted(() -> assertThat(people).allSatisfy(each -> {
            assertThat(TestCarriers.texts(each.phone())).hasSize(3);
            assertThat(TestCarriers.mails(each.email())).hasSize(3);
        }));
        assertThat(people).allSatisfy(each -> assertThat(log(each.caseId())).hasSize(6)
                .allMatch(entry -> entry.endsWith("SENT")));
    }

    private static void everyoneHas(List<Person> people, int count) {
        eventually().untilAsserted(() -> assertThat(people).allSatisfy(each -> {
            assertThat(TestCarriers.texts(each.phone())).hasSize(count);
            assertThat(TestCarriers.mails(each.email())).hasSize(count);
        }));
    }
}
