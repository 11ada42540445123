package org.refugio.messaging.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.contracts.DocumentEvent;
import org.refugio.contracts.Event;
import org.refugio.contracts.IntakeEvent;
import org.refugio.contracts.NotificationEvent;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.contracts.Wire;
import org.refugio.messaging.failure.PermanentFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Converts events to JSON and back. The wire name, never a class name, identifies the type of a payload. */
public final class EventCodec {

    /** The producers' sealed interfaces by the name of the service. */
    public static final Map<String, Class<? extends Event>> PRODUCERS = producers();

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private final Map<String, Class<? extends Event>> byWireName = new HashMap<>();
    private final Map<String, String> knownStems = new HashMap<>();

    /** Creates a codec for the events of all producers. */
    public EventCodec() {
        PRODUCERS.values().forEach(producer -> recordsOf(producer).forEach(this::register));
    }

    /** The JSON of the event: the value of its Kafka record. */
    public String encode(Event event) {
        return json.writeValueAsString(event);
    }

    /**
     * The wire name of the event, for instance {@code intake.case-opened.v1}.
     *
     * @throws IllegalArgumentException for a producer's {@code Unknown} event, which is never published
     */
    public static String wireName(Event event) {
        Wire wire = event.getClass().getAnnotation(Wire.class);
        if (wire == null) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " is consumed, never published");
        }
        return wire.value();
    }

    /**
     * The event of a record; the producer's {@code Unknown} when this build does not know the type.
     *
     * @throws PermanentFailure with the reason {@code unknown-version} when this build knows other versions of the type
     *     only, {@code undecodable} when the payload is not the JSON of that event
     */
    public Event decode(String producer, String wireName, byte[] payload) {
        Class<? extends Event> type = byWireName.get(wireName);
        if (type == null) {
            if (knownStems.containsKey(stem(wireName))) {
                throw new PermanentFailure("unknown-version", "this build does not know the version of " + wireName);
            }
            return unknown(producer, wireName);
        }
        try {
            Event event = json.readValue(payload, type);
            if (event == null) {
                throw new PermanentFailure("undecodable", "the payload of " + wireName + " is empty");
            }
            return event;
        } catch (JacksonException e) {
            // the parser's message quotes the payload, so it is not passed on
            throw new PermanentFailure("undecodable", "the payload is not a " + wireName);
        }
    }

    /** The event types that a producer publishes. */
    public static List<Class<? extends Event>> recordsOf(Class<? extends Event> producer) {
        return java.util.Arrays.stream(producer.getPermittedSubclasses())
                .<Class<? extends Event>>map(each -> each.asSubclass(Event.class))
                .filter(each -> each.isAnnotationPresent(Wire.class)).toList();
    }

    private void register(Class<? extends Event> type) {
        String wireName = type.getAnnotation(Wire.class).value();
        byWireName.put(wireName, type);
        knownStems.put(stem(wireName), wireName);
    }

    private static String stem(String wireName) {
        int version = wireName.lastIndexOf(".v");
        return version < 0 ? wireName : wireName.substring(0, version);
    }

    private static Event unknown(String producer, String wireName) {
        Class<? extends Event> sealed = PRODUCERS.get(producer);
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            if (each.getSimpleName().equals("Unknown")) {
                try {
                    return (Event) each.getDeclaredConstructor(String.class).newInstance(wireName);
                } catch (InstantiationException | IllegalAccessException | NoSuchMethodException
                        | InvocationTargetException e) {
                    throw new IllegalStateException(each + " has no constructor (String)", e);
                }
            }
        }
        throw new IllegalStateException(sealed + " has no Unknown record");
    }

    private static Map<String, Class<? extends Event>> producers() {
        Map<String, Class<? extends Event>> all = new LinkedHashMap<>();
        all.put("intake", IntakeEvent.class);
        all.put("document", DocumentEvent.class);
        all.put("scheduling", SchedulingEvent.class);
        all.put("notification", NotificationEvent.class);
        return all;
    }
}
