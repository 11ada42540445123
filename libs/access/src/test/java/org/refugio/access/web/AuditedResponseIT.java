package org.refugio.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.bwaldvogel.mongo.MongoServer;
import java.net.http.HttpRequest;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.access.audit.AuditTrail;
import org.refugio.access.service.ServiceCredential;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class AuditedResponseIT extends GuardedService {

    private static final MongoServer STORE = startStore();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        settings(registry, STORE);
    }

    @Autowired
    MongoDatabase database;

    @Autowired
    AuditTrail trail;

    @Autowired
    ServiceCredential credential;

    private Document last(String who) {
        return database.getCollection("audit").find(Filters.eq("who", who)).sort(Sorts.descending("n")).first();
    }

    private long entries() {
        return database.getCollection("audit").countDocuments();
    }

    private Answer getAs(String who, String path, String... memberships) {
        return send(to(path).header("Authorization", "Bearer " + ISSUER.token(who, memberships)));
    }

    @Test
    void everyReadOfACaseIsRecordedWithItsCallerRouteObjectAndOffice() {
        getAs("reader", "/v1/cases/t1", LEGAL);
        assertThat(last("reader")).containsEntry("permission", "READ_CASE").containsEntry("object", "t1")
                .containsEntry("office", "tapachula").containsEntry("outcome", "ALLOWED")
                .containsEntry("route", "GET /v1/cases/{id}");
        assertThat(last("reader").getString("trace")).hasSize(32);
    }

    @Test
    void everyDenialIsRecorded() {
        getAs("d1", "/v1/cases/t1", "tapachula:interpreter");
        assertThat(last("d1")).containsEntry("outcome", "FORBIDDEN");
        getAs("d2", "/v1/cases/j1", LEGAL);
        assertThat(last("d2")).containsEntry("outcome", "NOT_THEIRS").containsEntry("object", "j1")
                .containsEntry("office", "tijuana");
        getAs("d3", "/v1/cases/xx", LEGAL);
        assertThat(last("d3")).containsEntry("outcome", "NOT_THERE");
        getAs("d4", "/v1/without-rule", LEGAL);
        assertThat(last("d4")).containsEntry("outcome", "FORBIDDEN");
    }

    @Test
    void aListIsRecordedWithItsOffices() {
        getAs("lister", "/v1/cases?caseId=c9", LEGAL, "tijuana:scheduler");
        assertThat(last("lister")).containsEntry("office", "tapachula,tijuana").containsEntry("object", "c9");
    }

    @Test
    void anApplicantsReadIsRecordedWithTheIdOfTheCapabilityAndNeverTheCapability() {
        send(to("/v1/applicant/appointment").header("Refugio-Capability", "good-link"));
        assertThat(last("capability:cap-1")).containsEntry("outcome", "ALLOWED");
        assertThat(database.getCollection("audit").find().map(Document::toJson))
                .noneMatch(e -> e.contains("good-link"));
    }

    @Test
    void ofTheRequestsBetweenServicesOnlyDenialsAreRecorded() {
        HttpRequest.BodyPublisher noBody = HttpRequest.BodyPublishers.noBody();
        long before = entries();
        send(to("/v1/internal/validity").POST(noBody).header("Authorization", credential.authorization()));
        assertThat(entries()).isEqualTo(before);
        send(to("/v1/internal/validity").POST(noBody));
        assertThat(entries()).isEqualTo(before + 1);
    }

    @Test
    void theResponseOfARouteThatDidNotCheckTheOfficeIsWithheld() {
        Answer answer = getAs("unchecked", "/v1/cases/j1/unchecked", LEGAL);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(last("unchecked")).containsEntry("outcome", "FAILED");
    }

    @Test
    void aStreamedResponseIsRecorded() {
        assertThat(getAs("streamer", "/v1/cases/t1/bytes", LEGAL).body()).isEqualTo("bytes");
        assertThat(last("streamer")).containsEntry("object", "t1").containsEntry("outcome", "ALLOWED");
    }

    @Test
    void aResponseWithoutABodyIsRecorded() {
        assertThat(getAs("no-content", "/v1/cases/t1/no-content", LEGAL).status()).isEqualTo(204);
        assertThat(last("no-content")).containsEntry("outcome", "ALLOWED");
    }

    @Test
    void theTrailIsIntact() {
        getAs("reader", "/v1/cases/t1", LEGAL);
        assertThat(trail.verify().intact()).isTrue();
    }
}
