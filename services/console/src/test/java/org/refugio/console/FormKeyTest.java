package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every form that sends a command carries the command's key, so that a double click is one command. */
class FormKeyTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("<input type=\"hidden\" name=\"key\" th:value=\"[^\"]+\">");
    /** Forms that send no command. */
    private static final List<String> OTHERS = List.of("@{/logout}", "@{/cases/search}");

    @Test
    void everyFormHasAKey() throws IOException {
        int forms = 0;
        List<String> without = new ArrayList<>();
        for (Path template : templates()) {
            List<String> found = commandForms(Files.readString(template, StandardCharsets.UTF_8));
            forms += found.size();
            found.stream().filter(FormKeyTest::hasNoKey).map(form -> template.getFileName() + ": " + form)
                    .forEach(without::add);
        }
        assertThat(forms).isGreaterThanOrEqualTo(8);
        assertThat(without).isEmpty();
    }

    /** Such a form names its page and its user, so that what was typed comes back when it could not be sent. */
    @Test
    void everyFormHasAnOrigin() throws IOException {
        List<String> without = new ArrayList<>();
        int forms = 0;
        for (Path template : templates()) {
            List<String> found = commandForms(Files.readString(template, StandardCharsets.UTF_8));
            forms += found.size();
            found.stream().filter(FormKeyTest::hasNoOrigin).map(form -> template.getFileName() + ": " + form)
                    .forEach(without::add);
        }
        assertThat(forms).isGreaterThanOrEqualTo(8);
        // the bytes of a file are not kept, and applicants only press buttons
        assertThat(without).allMatch(form -> form.contains("type=\"file\"") || form.startsWith("applicant.html"));
        assertThat(hasNoOrigin("<form method=\"post\" action=\"/a\"></form>")).isTrue();
    }

    /** The file is streamed on as it is received: what follows it in the form is not read. */
    @Test
    void theKeyOfAnUploadPrecedesItsFile() throws IOException {
        List<String> uploads = new ArrayList<>();
        for (Path template : templates()) {
            commandForms(Files.readString(template, StandardCharsets.UTF_8)).stream()
                    .filter(form -> form.contains("type=\"file\"")).forEach(uploads::add);
        }
        assertThat(uploads).isNotEmpty()
                .allMatch(form -> form.indexOf("name=\"key\"") < form.indexOf("type=\"file\""));
    }

    @Test
    void aFormWithoutAKeyIsFound() {
        String page = """
            <form method="post" th:action="@{/a}"><input type="hidden" name="key" th:value="${k}"></form>
            <form th:action="@{/b}"
                METHOD="post"><input name="seen"></form>
            <form method="get" action="/c"></form>
            """;
        assertThat(commandForms(page)).hasSize(2).filteredOn(FormKeyTest::hasNoKey).singleElement().asString()
                .contains("@{/b}");
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(each -> each.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> commandForms(String page) {
        List<String> found = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            if (form.group(1).matches("(?is).*\\bmethod=\"post\".*")
                    && OTHERS.stream().noneMatch(form.group(1)::contains)) {
                found.add(form.group());
            }
        }
        return found;
    }

    /** The fields of the origin are added to the forms whose address Thymeleaf processes. */
    private static boolean hasNoOrigin(String form) {
        return !form.substring(0, form.indexOf('>')).contains("th:action");
    }

    private static boolean hasNoKey(String form) {
        return !KEY.matcher(form).find();
    }
}
