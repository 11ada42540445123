package org.refugio.access.web.input;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.refugio.messaging.command.ProblemText;

/** What a field that could not be read should be. Its texts are in {@code ValidationMessages}. */
public enum InputRule {

    UNKNOWN_FIELD,
    REPEATED_FIELD,
    MISSING,
    UNREADABLE,
    TEXT,
    WHOLE_NUMBER,
    TRUE_OR_FALSE,
    DATE,
    DATE_TIME,
    INSTANT,
    ONE_OF,
    LIST,
    STRUCTURE;

    /** What a value of this type is expected to be. */
    public static InputRule expecting(Class<?> type) {
        if (type == null) {
            return STRUCTURE;
        }
        if (type.isEnum()) {
            return ONE_OF;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return LIST;
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "string" -> TEXT;
            case "int", "integer", "long" -> WHOLE_NUMBER;
            case "boolean" -> TRUE_OR_FALSE;
            default -> type == LocalDate.class
                    ? DATE
                    : type == LocalDateTime.class ? DATE_TIME : type == Instant.class ? INSTANT : STRUCTURE;
        };
    }

    /** The name in the problem detail, for instance {@code UnknownField}. */
    public String rule() {
        return Arrays.stream(name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /**
     * What to do, in the reader's language.
     *
     * @param possible the values to choose from; empty where there is no choice
     */
    public String message(List<String> possible, Locale reader) {
        Locale language = ProblemText.LANGUAGES.stream().filter(each -> each.getLanguage().equals(reader.getLanguage()))
                .findFirst().orElse(ProblemText.LANGUAGES.getFirst());
        String text = ResourceBundle.getBundle("ValidationMessages", language, InputRule.class.getClassLoader())
                .getString("refugio.input." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new MessageFormat(text, language).format(new Object[]{String.join(", ", possible)});
    }

    /** The names of an enum's constants; empty for another type. */
    public static List<String> possible(Class<?> type) {
        return type == null || !type.isEnum()
                ? List.of()
                : Arrays.stream(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
    }
}
