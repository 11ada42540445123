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
 * Converts state records to BSON documents and back. Times are stored as text: an {@link Instant} always has three
 * decimals, so that text order is time order, and local dates have no zone that a driver could shift. Null values are
 * omitted, so that sparse indexes work.
 */
public final class StateMapper {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule("refugio-state").addSerializer(new InstantAsMillis())).build();

    /** The document of a record. */
    public Document toBson(Object state) {
        return asDocument(json.convertValue(state, Map.class));
    }

    /** The record of a document; additional fields are ignored. */
    public <S> S fromBson(Document document, Class<S> type) {
        return json.convertValue(document, type);
    }

    private static String text(Instant instant) {
        return MILLIS.format(instant);
    }

    private static Document asDocument(Map<?, ?> map) {
        Document document = new Document();
        map.forEach((name, value) -> document.put((String) name, asValue(value)));
        return document;
    }

    private static Object asValue(Object value) {
        return switch (value) {
            case Map<?, ?> map -> asDocument(map);
            case List<?> list -> {
                List<Object> values = new ArrayList<>(list.size());
                list.forEach(each -> values.add(asValue(each)));
                yield values;
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
