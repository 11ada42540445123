package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.console.drafts.IntakeDrafts;
import org.refugio.contracts.Sealed;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.TestInfrastructure;
import org.refugio.testkit.TestNamespace;
import org.refugio.testkit.canary.CanaryScan;
import org.refugio.testkit.canary.StoreDump;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Drafts of intake are kept on the server, encrypted, for their author. */
@ConsoleTest
class IntakeDraftIT {

    @LocalServerPort
    int port;

    @Autowired
    IntakeDrafts drafts;

    @Autowired
    MongoDatabase database;

    @Autowired
    Privacy privacy;

    @Autowired
    TestNamespace namespace;

    @TempDir
    Path dump;

    PageBrowser browser;
    String form;
    String id;

    @BeforeEach
    void newForm() {
        FakeServices.SHARED.everybodyIs("tapachula:coordinator");
        browser = new PageBrowser(port);
        form = browser.get("/cases/new").body();
        id = PageBrowser.hidden(form, "draft");
    }

    @Test
    void aDraftIsContinuedOnAnotherComputerAndGoneWhenTheCaseIsOpened() {
        HttpResponse<String> saved = browser.post("/cases/new/draft", form,
                "draft=" + id + "&fullName=Marie+Ros%C3%A9&sms=true&surprise=1", "HX-Request", "true");
        assertThat(saved.body()).contains("Guardado como borrador").doesNotContain("<html");
        PageBrowser elsewhere = new PageBrowser(port);
        assertThat(elsewhere.get("/cases/new").body()).contains("M. R. ·", "/cases/new?draft=" + id)
                .doesNotContain("Marie Rosé");
        String again = elsewhere.get("/cases/new?draft=" + id).body();
        assertThat(again).contains("value=\"Marie Rosé\"").containsPattern("name=\"sms\"[^>]*checked");
        FakeServices.SHARED.says("POST /v1/cases", "{\"aggregate\":\"c9\",\"version\":1,\"sequence\":2}");
        elsewhere.post("/cases/new", again, "key=k9&draft=" + id + "&office=tapachula&fullName=Marie+Ros%C3%A9"
                + "&language=ht&entryDate=2026-02-27&consentGiven=true");
        assertThat(drafts.find(id, "u1")).isEmpty();
        assertThat(browser.get("/cases/new").body()).doesNotContain(id);
    }

    @Test
    void aRefusedCaseKeepsItsDraft() {
        browser.post("/cases/new/draft", form, "draft=" + id + "&fullName=Marie");
        FakeServices.SHARED.refuses("POST /v1/cases", 422, "{\"status\":422,\"title\":\"No\",\"detail\":\"No\"}");
        String refused = browser.post("/cases/new", form, "key=k8&draft=" + id + "&fullName=Marie").body();
        assertThat(PageBrowser.hidden(refused, "draft")).isEqualTo(id);
        assertThat(drafts.find(id, "u1")).isPresent();
    }

    @Test
    void aDraftIsItsAuthorsOnly() {
        assertThat(drafts.save(id, "somebody-else", Map.of("fullName", "Persona Secreta"))).isTrue();
        assertThat(browser.get("/cases/new?draft=" + id).body()).doesNotContain("Persona Secreta", "P. S.");
        assertThat(browser.post("/cases/new/draft", form, "draft=" + id + "&fullName=X", "HX-Request", "true").body())
                .contains("No se pudo guardar el borrador");
        browser.post("/cases/new/draft/discard", form, "draft=" + id);
        assertThat(drafts.find(id, "somebody-else").orElseThrow().fields()).containsEntry("fullName",
                "Persona Secreta");
    }

    @Test
    void aDiscardedDraftIsUnreadable() {
        browser.post("/cases/new/draft", form, "draft=" + id + "&fullName=Marie");
        var stored = database.getCollection("drafts").find(Filters.eq("_id", id)).first();
        assertThat(stored).isNotNull();
        browser.post("/cases/new/draft/discard", form, "draft=" + id);
        assertThat(drafts.find(id, "u1")).isEmpty();
        assertThat(
                privacy.open(new Sealed(stored.getString("subject"), stored.getString("fields"))))
                .as("a copy of it, for instance in a backup").isEmpty();
    }

    @Test
    void whatIsTypedIsNotInTheStoreInClear() throws IOException {
        browser.post("/cases/new/draft", form, "draft=" + id + "&fullName=Kanariavogel&phone=9629998877");
        StoreDump.write(TestInfrastructure.shared().mongodbUri(), namespace.prefix().replace('-', '_'), dump);
        assertThat(new CanaryScan("Kanariavogel", "9629998877").scan(dump).findings()).isEmpty();
        assertThat(new CanaryScan(id).scan(dump).findings()).as("the scan covers the draft").isNotEmpty();
    }

    @Test
    void whatIsNoDraftIsRefused() {
        assertThat(browser.post("/cases/new/draft", form, "draft=1&fullName=Marie").statusCode()).isEqualTo(400);
        assertThat(browser.post("/cases/new/draft", form,
                "draft=" + UUID.randomUUID() + "&fullName=" + "x".repeat(6_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void aDraftIsKeptForAWeek() {
        drafts.save(id, "u1", Map.of("fullName", "Marie"));
        database.getCollection("drafts").updateOne(Filters.eq("_id", id),
                Updates.set("savedAt", Date.from(
                        drafts.find(id, "u1").orElseThrow().savedAt().minus(Duration.ofDays(7)).minusSeconds(1))));
        assertThat(drafts.find(id, "u1")).as("not shown any more").isEmpty();
        drafts.removeExpired();
        assertThat(database.getCollection("drafts").countDocuments(Filters.eq("_id", id)))
                .isZero();
    }
}
