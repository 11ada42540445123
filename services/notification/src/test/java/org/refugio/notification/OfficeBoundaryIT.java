package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.refugio.access.web.security.RouteTable;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.notification.TestOffice.Person;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.openapi.OpenApiFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every route, with the token of a user who has the permission in another office, and with invalid links. */
class OfficeBoundaryIT extends OnRealCarriers {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void theRoutesAndTheirRulesAreThoseOfTheFile() throws IOException {
        try (var file = getClass().getResourceAsStream("/routes.txt")) {
            assertThat(RouteTable.text(mapping)).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
        OpenApiFile.check("notification", port);
    }

    @Test
    void objectsOfAnotherOfficeAreNotFound() {
        Person person = personWithUnclearReplyAndFailedMessages();
        String send = first("/v1/messages?caseId=" + person.caseId()).path("sendId").asString();
        String task = first("/v1/calls", person).path("taskId").asString();
        String reply = first("/v1/answers", person).path("replyId").asString();
        TestHttpClient other = TestHttpClient.as(port, "tapachula:coordinator");
        List<String> reads = List.of("/v1/messages/" + send, "/v1/messages?office=tijuana",
                "/v1/answers?office=tijuana",
                "/v1/calls?office=tijuana");
        assertThat(reads).allSatisfy(each -> {
            assertThat(other.get(each).status()).as(each).isEqualTo(404);
            assertThat(staff().get(each).status()).as(each).isEqualTo(200);
        });
        List<String> commands = List.of("/v1/answers/" + reply + "/read", "/v1/calls/" + task + "/settle");
        assertThat(commands).allSatisfy(each -> {
            assertThat(other.post(each, "{}").status()).as(each).isEqualTo(404);
            assertThat(staff().post(each, "{}").status()).as(each).isEqualTo(200);
        });
        for (String list : List.of("/v1/messages?caseId=" + person.caseId(), "/v1/messages", "/v1/answers",
                "/v1/calls")) {
            assertThat(other.get(list).body().path("items").isEmpty()).as(list).isTrue();
            assertThat(new TestHttpClient(port, null).get(list).status()).as(list).isEqualTo(401);
            assertThat(TestHttpClient.as(port, "tijuana:auditor").get(list).status()).as(list).isEqualTo(403);
        }
    }

    @Test
    void aMessageIsShownWithItsTextButWithoutThePersonsLink() {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        String send = staff().get("/v1/messages?caseId=" + person.caseId()).body().path("items").valueStream()
                .filter(each -> each.path("channel").asString().equals("EMAIL")).findFirst().orElseThrow()
                .path("sendId").asString();
        String text = staff().get("/v1/messages/" + send).body().path("text").asString();
        assertThat(text).startsWith("Su cita: ").doesNotContain("/a/");
        assertThat(staff().get("/v1/messages?state=nonsense").status()).isEqualTo(400);
        assertThat(staff().get("/v1/messages?page=1000000").status()).isEqualTo(200);
        assertThat(staff().get("/v1/messages?page=1000001").status()).isEqualTo(422);
    }

    private Person personWithUnclearReplyAndFailedMessages() {
        TestCarriers.fault(CarrierChannel.SMS, CarrierFault.REFUSE);
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.REFUSE);
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        TestCarriers.CARRIERS.reply(person.phone(), "¿dónde es?");
        eventually().untilAsserted(() -> {
            assertThat(staff().get("/v1/calls").body().toString()).contains(person.caseId());
            assertThat(items(staff(), "/v1/answers").toString()).contains(person.caseId());
        });
        return person;
    }

    private JsonNode first(String path) {
        return staff().get(path).body().path("items").get(0);
    }

    private JsonNode first(String path, Person person) {
        return items(staff(), path).stream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId())).findFirst().orElseThrow();
    }
}
