package org.refugio.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes the event records as an AsyncAPI 3 document. */
final class AsyncApi {

    private static final String HEAD = """
        asyncapi: 3.0.0
        info:
          title: Refugio's events
          version: 1.0.0
          description: >-
            One topic per producer; topics are the log and are kept permanently. The record key is the id of the case, or of
            the aggregate when there is no case, and never changes. CloudEvents attributes are headers. The events of an
            aggregate are ordered by ce_sequence without gaps; events of different aggregates are not ordered. Values of type
            Sealed are encrypted under the key of their subject.
        defaultContentType: application/json
        """;

    private static final String HEADERS = """
          messageTraits:
            cloudEvent:
              headers:
                type: object
                required: [ce_specversion, ce_id, ce_type, ce_source, ce_subject, ce_time, ce_sequence, ce_epoch]
                properties:
                  ce_specversion:
                    type: string
                    const: '1.0'
                  ce_id:
                    type: string
                    description: the aggregate's id and the sequence
                  ce_type:
                    type: string
                    description: the wire name
                  ce_source:
                    type: string
                    description: the producing service
                  ce_subject:
                    type: string
                    description: the aggregate's id
                  ce_time:
                    type: string
                    format: date-time
                    description: when the producer committed the event
                  ce_sequence:
                    type: string
                    description: decimal, from 1, the event's sequence within its aggregate
                  ce_epoch:
                    type: string
                    description: decimal, from 1; increased when the producer's store is restored from a backup
                  ce_epochstart:
                    type: string
                    description: the aggregate's sequence when the epoch began; absent in the first epoch
                  traceparent:
                    type: string
                    description: W3C trace context
        """;

    private final Map<String, Class<?>> shared = new TreeMap<>();

    private AsyncApi() {
    }

    static String text() {
        return new AsyncApi().write();
    }

    private String write() {
        StringBuilder channels = new StringBuilder("channels:\n");
        StringBuilder operations = new StringBuilder("operations:\n");
        StringBuilder messages = new StringBuilder("components:\n").append(HEADERS).append("  messages:\n");
        Published.producers().forEach((producer, events) -> {
            channels.append("  ").append(producer).append(":\n    address: refugio.").append(producer)
                    .append("\n    messages:\n");
            operations.append("  publish-").append(producer)
                    .append(":\n    action: send\n    channel:\n").append(reference("      ", "channels/" + producer));
            for (Class<?> event : Published.recordsOf(events)) {
                String name = Published.wireName(event);
                channels.append("      ").append(name).append(":\n")
                        .append(reference("        ", "components/messages/" + name));
                messages.append("    ").append(name).append(":\n      traits:\n")
                        .append(reference("        - ", "components/messageTraits/cloudEvent"))
                        .append("      payload:\n").append(object(event, "        "));
            }
        });
        StringBuilder schemas = new StringBuilder("  schemas:\n");
        Map<String, Class<?>> written = new TreeMap<>();
        while (written.size() < shared.size()) {
            new TreeMap<>(shared).forEach((name, type) -> {
                if (written.put(name, type) == null) {
                    schemas.append("    ").append(name).append(":\n").append(object(type, "      "));
                }
            });
        }
        return HEAD + channels + operations + messages + schemas;
    }

    private String object(Class<?> type, String indent) {
        return indent + "type: object\n" + indent + "properties:\n"
                + Arrays.stream(type.getRecordComponents()).map(each -> property(each, indent))
                        .collect(Collectors.joining());
    }

    private String property(RecordComponent component, String indent) {
        return indent + "  " + component.getName() + ":\n" + schema(component.getGenericType(), indent + "    ");
    }

    /** The lines of a type, one key a line. */
    private String schema(Type type, String indent) {
        if (type instanceof ParameterizedType list) {
            return indent + "type: array\n" + indent + "items:\n"
                    + schema(list.getActualTypeArguments()[0], indent + "  ");
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return indent + "type: string\n" + indent + "enum:\n" + Arrays.stream(raw.getEnumConstants())
                    .map(each -> indent + "  - " + each + "\n").collect(Collectors.joining());
        }
        if (raw.isRecord()) {
            shared.put(raw.getSimpleName(), raw);
            return reference(indent, "components/schemas/" + raw.getSimpleName());
        }
        return plain(raw).stream().map(each -> indent + each + "\n").collect(Collectors.joining());
    }

    private static String reference(String indent, String to) {
        return indent + "$ref: '#/" + to + "'\n";
    }

    private static List<String> plain(Class<?> type) {
        if (type == Instant.class) {
            return List.of("type: string", "format: date-time");
        } else if (type == LocalDate.class) {
            return List.of("type: string", "format: date");
        } else if (type == LocalDateTime.class) {
            return List.of("type: string", "description: wall-clock time without a zone");
        } else if (type == int.class || type == long.class) {
            return List.of("type: integer");
        } else if (type == boolean.class) {
            return List.of("type: boolean");
        } else if (type == String.class) {
            return List.of("type: string");
        }
        throw new IllegalArgumentException("no schema for " + type);
    }
}
