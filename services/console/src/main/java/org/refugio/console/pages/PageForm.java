package org.refugio.console.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.messaging.command.EntityTag;

/**
 * A form of one page.
 *
 * @param title key of the heading, which is also what is done
 * @param key sent with it, so that sent twice it is one command
 */
public record PageForm(String title, String action, List<Field> fields, String back, String key) {

    /** The first option of a choice that nothing is preselected of. */
    public static final Option UNCHOSEN = new Option("", "choose");

    private static final String SEEN = "seen";

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

    /** What the page shows of the thing that the form changes. */
    public static Field seen(EntityTag shown) {
        return hidden(SEEN, shown.toString());
    }

    public static Field hidden(String name, String value) {
        return new Field(name, "hidden", true, value, List.of());
    }

    /** What the sender saw, for the command's {@code If-Match}; null where the form does not tell, which is refused. */
    public static String seen(Map<String, String> typed) {
        return EntityTag.parse(typed.get(SEEN)).map(EntityTag::quoted).orElse(null);
    }

    /** The stripped value of a field; null if it is empty. */
    public static String typed(Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** The same form with the submitted values. */
    public PageForm with(Map<String, String> typed) {
        return new PageForm(title, action, fields.stream().map(each -> each.with(typed)).toList(), back,
                typed.getOrDefault("key", key));
    }

    /**
     * The same form with the submitted values after a refusal. Where the sender had seen an earlier state, the page now shows
     * the current one, and the form can be sent again in view of it.
     */
    public PageForm after(ServiceRefusal refusal, Map<String, String> typed) {
        if (!refusal.isOutdated()) {
            return with(typed);
        }
        Map<String, String> current = new HashMap<>(typed);
        current.put(SEEN, refusal.problem().path("etag").asString(""));
        return with(current);
    }
}
