package org.refugio.e2e.edges;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.e2e.UnexpectedResult;

/** The forms of the console's pages, submitted with unusual fields. */
final class ConsoleForms {

    private static final int MOST_PAGES = 60;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern
            .compile("<(?:input|select|textarea|button)[^>]*\\sname=\"([^\"]+)\"[^>]*");
    private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"");

    private final List<Form> forms = new ArrayList<>();
    private final String cookie;
    private final SampleObjects objects;

    private record Form(String action, Map<String, String> fields) {}

    /**
     * Reads the pages that can be reached from these.
     *
     * @throws UnexpectedResult when they have no form
     */
    ConsoleForms(ConsoleSession session, SampleObjects objects, List<String> pages) {
        this.objects = objects;
        Deque<String> open = new ArrayDeque<>(pages);
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty() && seen.size() < MOST_PAGES) {
            String path = open.poll();
            if (seen.add(path)) {
                String page = session.page(path);
                collect(path, page);
                LINK.matcher(page).results().map(each -> each.group(1).replace("&amp;", "&"))
                        .filter(each -> !each.contains("logout")
                                && !each.matches(".*\\.(css|js|svg|ico|woff2)([?].*)?"))
                        .forEach(open::add);
            }
        }
        if (forms.isEmpty()) {
            throw new UnexpectedResult("the console's pages have no form");
        }
        this.cookie = session.cookie();
    }

    private void collect(String path, String page) {
        for (Matcher form = FORM.matcher(page); form.find();) {
            Matcher action = ACTION.matcher(form.group(1));
            String to = action.find() ? action.group(1).replace("&amp;", "&") : path;
            if (form.group(1).contains("post") && !to.contains("logout")
                    && forms.stream().noneMatch(each -> each.action().equals(to))) {
                Map<String, String> fields = new LinkedHashMap<>();
                for (Matcher field = FIELD.matcher(form.group(2)); field.find();) {
                    Matcher value = VALUE.matcher(field.group());
                    fields.put(field.group(1), value.find() ? value.group(1).replace("&amp;", "&") : "");
                }
                forms.add(new Form(to, fields));
            }
        }
    }

    int count() {
        return forms.size();
    }

    EdgeRequest request(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextInt();
        Form form = forms.get(number % forms.size());
        List<String> names = List.copyOf(form.fields().keySet());
        String unusual = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        String how = List.of("field", "field", "field", "field", "twice", "missing", "unknown", "body")
                .get(random.nextInt(8));
        List<String> pairs = new ArrayList<>();
        for (String name : names) {
            boolean here = name.equals(unusual) && !name.equals("_csrf");
            String usual = name + "=" + URLEncoder.encode(usual(form, name), StandardCharsets.UTF_8);
            String odd = name + "=" + EdgeValues.ENCODED.get(random.nextInt(EdgeValues.ENCODED.size()));
            switch (here ? how : "") {
                case "field" -> pairs.add(odd);
                case "twice" -> pairs.addAll(List.of(usual, odd));
                case "missing" -> {
                }
                case "unknown" -> pairs.addAll(List.of(usual, "unknown=1", "class.module=1", "a[b].c=1"));
                default -> pairs.add(usual);
            }
        }
        byte[] body = how.equals("body") && random.nextInt(4) == 0
                ? EdgeValues.BODIES.get(random.nextInt(EdgeValues.BODIES.size()))
                : String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
        String route = "POST " + form.action().replaceAll("[?].*", "").replaceAll("/[A-Za-z0-9_-]{16,}", "/{id}");
        return new EdgeRequest(route, "form: " + how + " " + unusual, "", "POST", form.action(),
                Map.of("Cookie", cookie, "Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded"),
                body, false, false);
    }

    private String usual(Form form, String name) {
        String value = form.fields().get(name);
        String known = objects.value(name);
        return !value.isEmpty() || known == null ? value : known;
    }
}
