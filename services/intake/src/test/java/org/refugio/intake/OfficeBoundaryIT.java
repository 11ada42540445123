package org.refugio.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.refugio.access.web.security.RouteTable;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.openapi.OpenApiFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every route about a case, with the token of a user who has the permission in another office. */
@RefugioTest
class OfficeBoundaryIT {

    /** A valid body for each command, so that only the office can cause a refusal. */
    private static final Map<String, String> BODIES = Map.of("/v1/cases/{caseId}/contact",
            CommandBodies.contact("9621112233"), "/v1/cases/{caseId}/submission", CommandBodies.submission("F-1"),
            "/v1/cases/{caseId}/authority-interview", CommandBodies.interview("ventanilla"),
            "/v1/cases/{caseId}/interview-attended", CommandBodies.attended(), "/v1/cases/{caseId}/decision",
            CommandBodies.decision(), "/v1/cases/{caseId}/follow-up", CommandBodies.followUp());

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MongoDatabase database;

    @Test
    void aCaseOfAnotherOfficeIsNotFoundOnAnyRoute() {
        TestHttpClient own = TestHttpClient.as(port, "tapachula:coordinator");
        TestHttpClient other = TestHttpClient.as(port, "tijuana:coordinator");
        String id = own.post("/v1/cases", CommandBodies.open("Persona Límite", "9621112233")).body().path("aggregate")
                .asString();
        assertThat(objectRoutes()).hasSizeGreaterThanOrEqualTo(BODIES.size() + 1).allSatisfy(route -> {
            TestHttpClient.Reply reply = call(other, route, id);
            assertThat(reply.status()).as(route).isEqualTo(404);
            assertThat(reply.body().path("type")).as("is the response for a case that does not exist")
                    .isEqualTo(call(other, route, "nobody").body().path("type"));
        });
        long before = own.get("/v1/cases/" + id).body().path("version").asLong();
        assertThat(before).isEqualTo(1);
        assertThat(objectRoutes().stream().filter(each -> !each.endsWith("/follow-up"))
                .sorted(Comparator.comparing(each -> !each.endsWith("/submission"))))
                .allSatisfy(route -> assertThat(call(own, route, id).status()).as(route).isEqualTo(200));
    }

    @Test
    void listsAndNewCasesAreLimitedToTheUsersOffices() {
        TestHttpClient other = TestHttpClient.as(port, "tijuana:coordinator");
        assertThat(other.get("/v1/cases?office=tapachula").status()).isEqualTo(404);
        String search = "{\"text\":\"persona\",\"page\":0,\"office\":\"tapachula\"}";
        assertThat(other.post("/v1/cases/search", search).status()).isEqualTo(404);
        assertThat(other.post("/v1/cases", CommandBodies.open("Persona Otra", "9621112234")).status()).isEqualTo(404);
        assertThat(TestHttpClient.as(port, "federation:federation-admin").get("/v1/cases").status()).isEqualTo(403);
        assertThat(new TestHttpClient(port, null).get("/v1/cases").status()).isEqualTo(401);
    }

    @Test
    void anOfficeThatIsNoIdIsNotRepeatedInTheAuditTrail() {
        TestHttpClient own = TestHttpClient.as(port, "tapachula:coordinator");
        String body = CommandBodies.open("Persona Límite", "9621112233");
        for (String office : List.of("\\ud800", "Wideline Pierre")) {
            assertThat(own.post("/v1/cases", body.replace("\"tapachula\"", "\"" + office + "\"")).status())
                    .isBetween(400, 499);
        }
        assertThat(database.getCollection("audit").distinct("office", String.class)).contains("?")
                .doesNotContain("Wideline Pierre");
        JsonNode verification = own.get("/v1/audit/verification").body();
        assertThat(verification.path("faults")).isEmpty();
        assertThat(verification.path("entries").asLong()).isPositive();
        assertThat(own.get("/v1/audit/verification?after=elsewhere").status()).isEqualTo(400);
    }

    @Test
    void everyRouteThatRecordsAFactRequiresThePermissionOfTheProcessTable() {
        Map<String, String> rules = RouteTable.verify(mapping).stream()
                .collect(Collectors.toMap(RouteTable.Row::route, RouteTable.Row::rule));
        assertThat(CaseProcess.shipped().facts()).isNotEmpty().allSatisfy(
                each -> assertThat(rules).containsEntry("POST /v1/cases/{caseId}/" + each.fact(), each.permission()));
        assertThat(rules).containsEntry("POST /v1/cases", permission(CaseAction.OPEN_CASE))
                .containsEntry("POST /v1/cases/{caseId}/contact", permission(CaseAction.CHANGE_CONTACT));
    }

    @Test
    void theOpenApiDocumentIsCurrent() {
        OpenApiFile.check("intake", port);
    }

    private static String permission(CaseAction action) {
        return CaseProcess.shipped().rule(action).permission();
    }

    private List<String> objectRoutes() {
        return RouteTable.verify(mapping).stream().filter(row -> row.route().contains("{"))
                .filter(row -> !row.rule().endsWith("(any office)")).map(RouteTable.Row::route).toList();
    }

    private static TestHttpClient.Reply call(TestHttpClient as, String route, String id) {
        String path = route.substring(route.indexOf(' ') + 1);
        String filled = path.replace("{caseId}", id);
        if (route.startsWith("GET ")) {
            return as.get(filled);
        }
        assertThat(BODIES).as("a new route needs its body here").containsKey(path);
        TestHttpClient.Reply seen = as.get("/v1/cases/" + id);
        return as.seeing(seen.status() == 200 ? seen.etag() : "contact=0").post(filled, BODIES.get(path));
    }
}
