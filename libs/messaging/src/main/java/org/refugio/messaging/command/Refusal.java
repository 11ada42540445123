package org.refugio.messaging.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rule that refuses a command. It is a value, not an exception; each feature declares its own refusals as records in a
 * sealed interface that extends this one. Its title and its explanation are not in the code but in the module's
 * {@code problems.properties} ({@link ProblemText}).
 */
public interface Refusal {

    /** The rule's stable name, the last part of the problem's {@code type}: by default the class's name in kebab case. */
    default String rule() {
        return kebabCase(getClass().getSimpleName());
    }

    /** Whether the input is invalid (HTTP 422), conflicts with the current state (409), or was sent in view of an earlier one (412). */
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /**
     * The values of the text's placeholders, in order: numbers, days ({@link java.time.LocalDate}), {@link Term}s, functions
     * of the reader's {@link Locale}, and lists of these. No personal data.
     */
    default List<?> arguments() {
        return List.of();
    }

    /** Further members of the problem detail for programs, for instance alternatives. No personal data. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** The details of a refusal of one field's value. */
    default Map<String, Object> errors(String field) {
        return Map.of("errors", List.of(Map.of("field", field, "rule", rule())));
    }

    /** The class in whose package, or in one above it, the text is. */
    default Class<?> textOwner() {
        return getClass();
    }

    /** The kind of a refusal, which determines its HTTP status. */
    enum Kind {
        CONFLICT,
        INVALID,
        OUTDATED
    }

    /**
     * A word that is translated.
     *
     * @param key its key in the file with the refusal's text
     */
    record Term(String key) {

        /** Of a constant, for instance {@code term.resource-kind.room}. */
        public static Term of(Enum<?> constant) {
            return of(constant.getDeclaringClass(), constant.name());
        }

        /** Of what belongs to the constants of an enum without being one. */
        public static Term of(Class<?> group, String name) {
            return new Term("term." + kebabCase(group.getSimpleName()) + "."
                    + name.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-").toLowerCase(Locale.ROOT);
    }
}
