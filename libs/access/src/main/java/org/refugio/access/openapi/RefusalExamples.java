package org.refugio.access.openapi;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;

/** The rules and the kind of a refusal, which are methods of its values. The examples have no values of their own. */
final class RefusalExamples {

    private static final String TITLE = ".title";

    private RefusalExamples() {
    }

    /** A rule that refuses, and the kind of the refusal. */
    record Rule(String name, Refusal.Kind kind) {}

    /** The rules of a record that implements {@link Refusal}. */
    static Stream<Rule> rules(Class<?> refusal) {
        return of(refusal).stream().map(Refusal.class::cast).flatMap(RefusalExamples::rules).distinct();
    }

    /** A rule without a name is a row of a table: then it is one of those that have a text. */
    private static Stream<Rule> rules(Refusal example) {
        Stream<String> names = example.rule() != null
                ? Stream.of(example.rule())
                : ResourceBundle.getBundle(ProblemText.bundle(example.textOwner())).keySet().stream()
                        .filter(key -> key.endsWith(TITLE))
                        .map(key -> key.substring(0, key.length() - TITLE.length()));
        return names.map(name -> new Rule(name, example.kind()));
    }

    private static List<Object> of(Class<?> type) {
        List<List<Object>> combinations = List.of(List.of());
        for (RecordComponent component : type.getRecordComponents()) {
            List<Object> values = values(component.getType());
            combinations = combinations.stream()
                    .flatMap(before -> values.stream().map(value -> with(before, value))).toList();
        }
        return combinations.stream().map(values -> create(type, values)).toList();
    }

    private static List<Object> values(Class<?> type) {
        if (type.isSealed() && type.isInterface()) {
            return Arrays.stream(type.getPermittedSubclasses()).filter(Class::isRecord)
                    .flatMap(each -> of(each).stream()).toList();
        }
        if (type == boolean.class) {
            return List.of(false);
        }
        return type.isPrimitive() ? List.of((byte) 0) : Collections.singletonList(null);
    }

    private static List<Object> with(List<Object> before, Object value) {
        List<Object> all = new ArrayList<>(before);
        all.add(value);
        return all;
    }

    private static Object create(Class<?> type, List<Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No example of " + type.getName(), e);
        }
    }
}
