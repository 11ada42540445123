package org.refugio.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class WithheldResponseIT extends GuardedService {

    private static final MongoServer STORE = startStore();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        settings(registry, STORE);
        registry.add("refugio.access.audit-patience", () -> "2s");
    }

    @Test
    void aReadThatCannotBeAuditedIsAnswered503() {
        assertThat(get("/v1/cases/t1", LEGAL).status()).isEqualTo(200);
        STORE.shutdownNow();
        for (String path : new String[]{"/v1/cases/t1", "/v1/cases/t1/bytes", "/v1/cases/t1/no-content"}) {
            Answer answer = get(path, LEGAL);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("urn:refugio:problem:try-again");
            assertThat(answer.whole().headers().firstValue("Retry-After")).hasValue("2");
            assertThat(answer.json().propertyNames()).isSubsetOf("type", "title", "status", "detail",
                    "instance", "supportCode");
            assertThat(answer.whole().headers().firstValue("Content-Disposition")).isEmpty();
        }
    }
}
