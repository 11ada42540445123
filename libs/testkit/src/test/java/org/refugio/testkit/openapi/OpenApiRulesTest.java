package org.refugio.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpenApiRulesTest {

    private static final String GOOD = """
        {"paths": {"/v1/cases": {"post": {
            "parameters": [{"name": "Idempotency-Key", "schema": {"type": "string"}}],
            "responses": {"200": {}, "409": {"x-refugio-problem-types": ["urn:refugio:problem:not-unique"]}}}}},
         "components": {"schemas": {"OpenCaseCommand": {}}}}""";

    @Test
    void acceptsACommandThatListsItsRefusals() {
        assertThat(OpenApiRules.violations(JsonMapper.shared().readTree(GOOD))).isEmpty();
    }

    @Test
    void findsACommandWithoutRefusalsASharedSchemaAndAProblemWithoutType() {
        String bad = GOOD.replace("[\"urn:refugio:problem:not-unique\"]", "[]").replace("OpenCaseCommand", "Command");
        assertThat(OpenApiRules.violations(JsonMapper.shared().readTree(bad))).containsExactly(
                "post /v1/cases is a command without a refusal", "post /v1/cases does not list the types of its 409",
                "the schema Command is not named after its owner");
    }

    @Test
    void findsAParameterWithoutSchema() {
        String bad = GOOD.replace(", \"schema\": {\"type\": \"string\"}", "");
        assertThat(OpenApiRules.violations(JsonMapper.shared().readTree(bad)))
                .containsExactly("post /v1/cases has the parameter Idempotency-Key without a schema");
    }

    @Test
    void findsTwoOperationsOfOneName() {
        String bad = GOOD.replace("{\"post\"", "{\"get\": {}, \"post\"");
        assertThat(OpenApiRules.violations(JsonMapper.shared().readTree(bad)))
                .containsExactly("post /v1/cases has no operationId of its own");
    }

    @Test
    void aDescriptionWithoutACommandIsNotAccepted() {
        assertThat(OpenApiRules.violations(JsonMapper.shared().readTree("{\"paths\": {}}")))
                .containsExactly("there is no command");
    }
}
