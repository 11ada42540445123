package org.refugio.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.refugio.access.web.security.RouteTable;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.refugio.testkit.openapi.OpenApiFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route about a case's documents, with the token of a user who has the permission in another office. */
@RefugioTest
class OfficeBoundaryIT {

    private static final String ITEM = "/v1/cases/{caseId}/items/{itemId}";

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private Privacy privacy;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void documentsOfAnotherOfficeAreNotFoundOnAnyRoute() {
        OpenedCase opened = OpenedCase.create(privacy, topics, port);
        opened.upload(OpenedCase.pdf(1000, 1), "first");
        String upload = opened.newestUpload();
        TestHttpClient other = TestHttpClient.as(port, "tijuana:coordinator");
        assertThat(objectRoutes()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(route -> {
            TestHttpClient.Reply reply = call(other, route, opened.caseId(), upload);
            assertThat(reply.status()).as(route).isEqualTo(404);
            assertThat(reply.body().path("type")).as("is the response for documents that do not exist")
                    .isEqualTo(call(other, route, "nobody", upload).body().path("type"));
        });
        assertThat(opened.staff().get(opened.path("/checklist")).body().path("lines").get(0).path("state").asString())
                .isEqualTo("UPLOADED");
        assertThat(TestHttpClient.as(port, "tapachula:interpreter").get(opened.path("/checklist")).status())
                .isEqualTo(403);
        assertThat(TestHttpClient.as(port, "tapachula:intake-worker")
                .seeing("identity-document=1.UPLOADED")
                .post(opened.path("/items/identity-document/waive"), "{\"reason\":\"x\"}").status()).isEqualTo(403);
    }

    @Test
    void theOpenApiDocumentIsCurrent() {
        OpenApiFile.check("document", port);
    }

    private List<String> objectRoutes() {
        return RouteTable.verify(mapping).stream().filter(row -> row.route().contains("{"))
                .filter(row -> !row.rule().endsWith("(any office)")).map(RouteTable.Row::route).toList();
    }

    private static TestHttpClient.Reply call(TestHttpClient as, String route, String caseId, String upload) {
        Map<String, String> bodies = Map.of(ITEM + "/accept", "{\"uploadId\":\"" + upload + "\"}", ITEM + "/return",
                "{\"uploadId\":\"" + upload + "\",\"reason\":\"borroso\"}", ITEM + "/waive", "{\"reason\":\"x\"}");
        String path = route.substring(route.indexOf(' ') + 1);
        String filled = path.replace("{caseId}", caseId).replace("{itemId}", "identity-document")
                .replace("{uploadId}", upload);
        if (route.startsWith("GET ")) {
            return as.get(filled);
        }
        if (path.endsWith("/uploads")) {
            return as.upload(filled, "b.pdf", "application/pdf", OpenedCase.pdf(1000, 2), UUID.randomUUID().toString());
        }
        assertThat(bodies).as("a new route needs its body here").containsKey(path);
        return as.seeing("identity-document=1.UPLOADED").post(filled, bodies.get(path));
    }
}
