package org.refugio.console.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.console.services.ServiceRefusal;
import tools.jackson.databind.JsonNode;

/**
 * A problem for the reader of a page. What a service answered is shown as it came: the service wrote it in the language of the
 * page.
 *
 * @param title which rule; empty where the service gave none
 * @param detail why, and what to do
 * @param fields what is wrong, by the name of the field in the form
 * @param alternatives the times that are free instead, as scheduling names them
 */
public record PageProblem(String title, String detail, Map<String, String> fields, List<JsonNode> alternatives) {

    /** A problem of the console itself. */
    public PageProblem(String title, String detail) {
        this(title, detail, Map.of(), List.of());
    }

    /** What a service answered. */
    public static PageProblem of(ServiceRefusal refusal) {
        JsonNode problem = refusal.problem();
        String detail = problem.path("detail").asString("");
        Map<String, String> fields = new LinkedHashMap<>();
        problem.path("errors").valueStream()
                .forEach(each -> fields.put(inForm(each.path("field").asString("")),
                        each.path("message").asString(detail)));
        return new PageProblem(problem.path("title").asString(""), detail, fields,
                problem.path("alternatives").valueStream().toList());
    }

    /** A form has {@code phone} where a command has {@code contact.phone}. */
    private static String inForm(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
