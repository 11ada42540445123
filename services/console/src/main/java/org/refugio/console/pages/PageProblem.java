package org.refugio.console.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.console.services.ServiceRefusal;
import tools.jackson.databind.JsonNode;

/**
 * A problem for the reader of a page. A problem from a service is shown unchanged, because the service wrote it in the
 * language of the page.
 *
 * @param title the title; empty where the service gave none
 * @param detail the reason and what to do
 * @param fields the errors by the name of the field in the form
 * @param alternatives free alternatives from scheduling
 */
public record PageProblem(String title, String detail, Map<String, String> fields, List<JsonNode> alternatives) {

    /** A problem of the console. */
    public PageProblem(String title, String detail) {
        this(title, detail, Map.of(), List.of());
    }

    /** A field without which the form cannot be carried out. */
    public static PageProblem missing(String field, PageFormatter show) {
        String what = show.text("form.missing");
        return new PageProblem(show.text("refused"), what, Map.of(field, what), List.of());
    }

    /** A problem from a service. */
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
