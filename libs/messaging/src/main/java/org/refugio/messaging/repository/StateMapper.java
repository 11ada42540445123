package org.refugio.messaging.repository;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Turns state records into BSON and back. Times are text: an {@link Instant} always has three decimals, so that text order
 * is time order; local dates carry no zone that a driver could shift. Absent values are left out, so that sparse indexes
 * work.
 */
final class StateMapper {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule("refugio-state").addSerializer(new InstantAsMillis())).build();

    Document toBson(Object state) {
        return new Document(asMap(json.convertValue(state, Map.class)));
    }

    <S> S fromBson(Document document, Class<S> type) {
        return json.convertValue(document, type);
    }

    /** How an instant stands in the store, for filters on it. */
    static String text(Instant instant) {
        return MILLIS.format(instant);
    }

    private static Map<String, Object> asMap(Map<?, ?> raw) {
        Document out = new Document();
        raw.forEach((name, value) -> out.put((String) name, asValue(value)));
        return out;
    }

    private static Object asValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> asMap(map);
            case List<?> list -> {
                List<Object> out = new ArrayList<>(list.size());
                list.forEach(each -> out.add(asValue(each)));
                yield out;
            }
            case null -> null;
            default -> value;
        };
    }

    private static final class InstantAsMillis extends StdSerializer<Instant> {

        InstantAsMillis() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(text(value));
        }
    }
}
