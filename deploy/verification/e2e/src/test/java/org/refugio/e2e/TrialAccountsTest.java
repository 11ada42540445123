package org.refugio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory and the realm of the trial, two files of two modules, must contain the same people. */
class TrialAccountsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void eachOfficesDemoInterpreterIsAnInterpreterOfItsDirectory() throws Exception {
        Map<String, String> users = new TreeMap<>();
        for (JsonNode user : read("deploy/local/identity/src/main/realm/refugio-realm.json").path("users")) {
            if (user.path("username").asString().startsWith("interpreter.")) {
                users.put(user.path("username").asString().substring("interpreter.".length()),
                        user.path("id").asString());
            }
        }
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode office : read("services/scheduling/src/main/resources/directory-trial.json").path("offices")) {
            office.path("resources").valueStream().filter(each -> each.hasNonNull("account")).forEach(each -> {
                assertThat(each.path("kind").asString()).isEqualTo("INTERPRETER");
                listed.put(office.path("id").asString(), each.path("account").asString());
            });
        }
        assertThat(users).containsOnlyKeys("tapachula", "tijuana").isEqualTo(listed);
    }

    private static JsonNode read(String file) throws Exception {
        return JSON.readTree(Files.readString(Path.of("..", "..", "..").resolve(file)));
    }
}
