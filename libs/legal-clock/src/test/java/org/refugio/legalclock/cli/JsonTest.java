package org.refugio.legalclock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void everyKindOfValueIsWritten() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(1, true, null, "text"));
        map.put("a", Map.of());
        assertThat(Json.write(map)).isEqualTo("{\"b\":[1,true,null,\"text\"],\"a\":{}}");
    }

    @Test
    void charactersThatJsonDoesNotAllowAreEscaped() {
        assertThat(Json.write("\"\\\n\t é")).isEqualTo("\"\\\"\\\\\\n\\u0009 é\"");
    }
}
