package org.refugio.testkit.problems;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examples of a record: one for every combination of the constants of its enum components. */
final class ExampleRecords {

    private static final Map<Class<?>, Object> VALUES = Map.of(int.class, 1, long.class, 1L, boolean.class, true,
            String.class, "x", LocalDate.class, LocalDate.of(2026, 3, 2), List.class, List.of());

    private ExampleRecords() {
    }

    /** Empty when it is no record, or a component has another type. */
    static Optional<List<Object>> of(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        List<List<Object>> combinations = List.of(List.of());
        for (RecordComponent component : type.getRecordComponents()) {
            List<Object> values = values(component.getType());
            combinations = combinations.stream()
                    .flatMap(before -> values.stream().map(each -> with(before, each))).toList();
        }
        return combinations.isEmpty()
                ? Optional.empty()
                : Optional.of(combinations.stream().map(each -> create(type, each)).toList());
    }

    private static List<Object> values(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        return VALUES.containsKey(type) ? List.of(VALUES.get(type)) : List.of();
    }

    private static List<Object> with(List<Object> before, Object value) {
        List<Object> all = new ArrayList<>(before);
        all.add(value);
        return all;
    }

    private static Object create(Class<?> type, List<Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}
