package org.refugio.console.pages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.refugio.access.web.input.InputRule;
import org.refugio.access.web.input.InvalidInput;

/**
 * A form of one page.
 *
 * @param title key of the heading, which is also what is done
 * @param key sent with it, so that sent twice it is one command
 */
public record PageForm(String title, String action, List<Field> fields, String back, String key) {

    public PageForm(String title, String action, List<Field> fields, String back) {
        this(title, action, fields, back, UUID.randomUUID().toString());
    }

    /**
     * A field of a form.
     *
     * @param type an HTML input's type, or {@code select} or {@code textarea}
     * @param options the options of a {@code select}
     */
    public record Field(String name, String type, boolean required, String value, List<Option> options) {

        /** An unchecked box is not sent. */
        Field with(Map<String, String> typed) {
            return new Field(name, type, required,
                    typed.getOrDefault(name, type.equals("checkbox") ? "" : value), options);
        }
    }

    /** An option; {@code label} is a text key or a text. */
    public record Option(String value, String label) {}

    public static Field field(String name, String type, boolean required) {
        return new Field(name, type, required, "", List.of());
    }

    public static Field choice(String name, String value, List<Option> options) {
        return new Field(name, "select", true, value, options);
    }

    /** The stripped value of a field; null if it is empty. */
    public static String typed(Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "").strip();
        return value.isEmpty() ? null : value;
    }

    /**
     * The number in a hidden field.
     *
     * @throws InvalidInput when it is none: the form was not sent from a page
     */
    public static int number(Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "");
        if (!value.matches("[0-9]{1,9}")) {
            throw new InvalidInput(field, InputRule.WHOLE_NUMBER);
        }
        return Integer.parseInt(value);
    }

    /** The same form with the submitted values. */
    public PageForm with(Map<String, String> typed) {
        return new PageForm(title, action, fields.stream().map(each -> each.with(typed)).toList(), back,
                typed.getOrDefault("key", key));
    }
}
