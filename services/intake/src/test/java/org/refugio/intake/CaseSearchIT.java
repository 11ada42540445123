package org.refugio.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

@RefugioTest
class CaseSearchIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @Autowired
    @Qualifier("searchTokenUpgrade")
    private SmartLifecycle upgrade;

    @Test
    void aCaseIsOpenedReadAndFoundBySearchQueries() {
        String phone = "962" + (1_000_000 + (int) (Math.random() * 8_999_999));
        TestHttpClient staff = as("tapachula:intake-worker");
        TestHttpClient.Reply saved = staff.post("/v1/cases", CommandBodies.open("Désirée Ñandú Pérez", phone));
        assertThat(saved.status()).isEqualTo(200);
        String id = saved.body().path("aggregate").asString();
        TestHttpClient.Reply read = staff.get("/v1/cases/" + id);
        assertThat(read.body().path("person").path("fullName").asString()).isEqualTo("Désirée Ñandú Pérez");
        assertThat(read.body().path("contact").path("phone").asString()).isEqualTo("+52" + phone);
        assertThat(read.body().path("reference").asString()).startsWith("TAP-");
        assertThat(read.body().path("steps")).hasSize(7);
        for (String query : List.of("desiree nand", "521" + phone, "+52 " + phone, phone,
                read.body().path("reference").asString(),
                read.body().path("reference").asString().toLowerCase(Locale.ROOT))) {
            assertThat(ids(search(staff, query))).as(query).containsExactly(id);
        }
        assertThat(ids(search(staff, "nobody"))).isEmpty();
        assertThat(ids(search(as("tijuana:intake-worker"), phone))).isEmpty();
    }

    @Test
    void aPartThatMatchesNothingHidesNothing() {
        TestHttpClient staff = as("tapachula:intake-worker");
        String id = open(staff, "Wisnaldine O'Mealy", "9621230001");
        String other = open(staff, "Wisnaldine Delgrange", "9621230002");
        TestHttpClient.Reply found = search(staff, "wisnaldine omealy 962 999 0000");
        assertThat(ids(found)).containsExactly(id);
        assertThat(texts(found, "used")).containsExactly("wisnaldine", "omealy");
        assertThat(texts(found, "unused")).containsExactly("962 999 0000");
        assertThat(ids(search(staff, "wisnaldine"))).containsExactly(other, id);
        assertThat(ids(search(staff, "omealy delgrange wisnaldine 9621230001"))).as("best first").startsWith(id)
                .containsExactly(id, other);
        assertThat(texts(search(staff, "nobodyatall"), "unused")).containsExactly("nobodyatall");
        String reference = staff.get("/v1/cases/" + id).body().path("reference").asString();
        assertThat(ids(search(staff, reference.replace("-", "").toLowerCase(Locale.ROOT)))).containsExactly(id);
        assertThat(ids(search(staff, reference.substring("TAP-".length())))).contains(id);
        assertThat(ids(search(staff, "0001"))).contains(id);
    }

    @Test
    void aSearchBelongsInABody() {
        TestHttpClient staff = as("tapachula:intake-worker");
        assertThat(staff.get("/v1/cases?q=wisnaldine").status()).isEqualTo(400);
        assertThat(search(staff, "").status()).isEqualTo(422);
        assertThat(search(staff, "a".repeat(201)).status()).isEqualTo(422);
    }

    @Test
    void aSearchIsAuditedByADigestAndTheCasesThatItShowed() {
        TestHttpClient staff = as("tapachula:intake-worker");
        String id = open(staff, "Roseberline Auditte", "9621230003");
        search(staff, "roseberline");
        search(staff, "  ROSEBERLINE ");
        List<String> objects = database.getCollection("audit")
                .find(Filters.eq("route", "POST /v1/cases/search")).map(each -> each.getString("object"))
                .into(new ArrayList<>()).stream().filter(each -> each.contains(id)).toList();
        assertThat(objects).hasSize(2).allMatch(each -> each.matches("search:[\\w-]{22}/" + id));
        assertThat(objects.getFirst()).isEqualTo(objects.getLast());
    }

    @Test
    void aCaseThatWasStoredWithOlderTokensIsFound() {
        TestHttpClient staff = as("tapachula:intake-worker");
        String id = open(staff, "Ketsia O'Durogene", "9621230004");
        database.getCollection("cases").updateOne(Filters.eq(id), Updates.set("state.tokens", List.of("TAP-0")));
        assertThat(ids(search(staff, "odurogene"))).isEmpty();
        upgrade.stop();
        upgrade.start();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(ids(search(staff, "odurogene"))).containsExactly(id));
    }

    private static String open(TestHttpClient staff, String name, String phone) {
        return staff.post("/v1/cases", CommandBodies.open(name, phone)).body().path("aggregate").asString();
    }

    private static TestHttpClient.Reply search(TestHttpClient as, String text) {
        return as.post("/v1/cases/search", "{\"text\":\"%s\"}".formatted(text));
    }

    private static List<String> texts(TestHttpClient.Reply reply, String field) {
        return reply.body().path(field).valueStream().map(JsonNode::asString).toList();
    }

    private TestHttpClient as(String... memberships) {
        return TestHttpClient.as(port, memberships);
    }

    private static List<String> ids(TestHttpClient.Reply reply) {
        return reply.body().path("items").valueStream().map(each -> each.path("caseId").asString()).toList();
    }
}
