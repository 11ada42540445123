package org.refugio.contracts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The event types of all producers, read from the sealed interfaces by reflection. */
final class Published {

    private Published() {
    }

    /** The producers' interfaces by the producer's name. */
    static Map<String, Class<?>> producers() {
        Map<String, Class<?>> producers = new LinkedHashMap<>();
        for (Class<?> each : Event.class.getPermittedSubclasses()) {
            producers.put(each.getSimpleName().replace("Event", "").toLowerCase(java.util.Locale.ROOT), each);
        }
        return producers;
    }

    /** The event types that a producer publishes: all except its {@code Unknown}. */
    static List<Class<?>> recordsOf(Class<?> producer) {
        return Arrays.stream(producer.getPermittedSubclasses()).filter(each -> !each.getSimpleName().equals("Unknown"))
                .toList();
    }

    /** The wire name, or empty when the annotation is missing. */
    static String wireName(Class<?> event) {
        Wire wire = event.getAnnotation(Wire.class);
        return wire == null ? "" : wire.value();
    }
}
