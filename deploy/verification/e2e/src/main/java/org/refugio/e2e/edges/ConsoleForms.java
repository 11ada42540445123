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
import java.util.stream.Collectors;
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

    /** @param files the names of its fields that are files; empty for a form that is not sent as multipart */
    private record Form(String action, Map<String, String> fields, Set<String> files) {}

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
                Set<String> files = new LinkedHashSet<>();
                for (Matcher field = FIELD.matcher(form.group(2)); field.find();) {
                    Matcher value = VALUE.matcher(field.group());
                    if (field.group().contains("type=\"file\"")) {
                        files.add(field.group(1));
                    }
                    fields.put(field.group(1), value.find() ? value.group(1).replace("&amp;", "&") : "");
                }
                forms.add(new Form(to, fields, files));
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
        String route = "POST " + form.action().replaceAll("[?].*", "").replaceAll("/[A-Za-z0-9_-]{16,}", "/{id}");
        boolean multipart = !form.files().isEmpty();
        return new EdgeRequest(route, "form: " + how + " " + unusual, "", "POST", form.action(),
                Map.of("Cookie", cookie, "Accept", "text/html", "Content-Type", multipart
                        ? "multipart/form-data; boundary=" + MultipartBody.BOUNDARY
                        : "application/x-www-form-urlencoded"),
                multipart ? multipart(form, unusual, how, random) : encoded(form, unusual, how, random), false, false);
    }

    private byte[] encoded(Form form, String unusual, String how, Random random) {
        return how.equals("body") && random.nextInt(4) == 0
                ? EdgeValues.BODIES.get(random.nextInt(EdgeValues.BODIES.size()))
                : pairs(form, unusual, how, random).stream().map(each -> each.name() + "=" + each.encoded())
                        .collect(Collectors.joining("&")).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] multipart(Form form, String unusual, String how, Random random) {
        MultipartBody body = new MultipartBody(random);
        for (Pair each : pairs(form, unusual, how, random)) {
            if (form.files().contains(each.name())) {
                body.file(each.name());
            } else {
                body.field(each.name(), each.encoded());
            }
        }
        return how.equals("body") ? body.cut() : body.ended();
    }

    /** @param encoded percent-encoded */
    private record Pair(String name, String encoded) {}

    private List<Pair> pairs(Form form, String unusual, String how, Random random) {
        List<Pair> pairs = new ArrayList<>();
        for (String name : form.fields().keySet()) {
            boolean here = name.equals(unusual) && !name.equals("_csrf");
            Pair usual = new Pair(name, URLEncoder.encode(usual(form, name), StandardCharsets.UTF_8));
            Pair odd = new Pair(name, EdgeValues.ENCODED.get(random.nextInt(EdgeValues.ENCODED.size())));
            switch (here ? how : "") {
                case "field" -> pairs.add(odd);
                case "twice" -> pairs.addAll(List.of(usual, odd));
                case "missing" -> {
                }
                case "unknown" -> pairs.addAll(List.of(usual, new Pair("unknown", "1"), new Pair("class.module", "1"),
                        new Pair("a[b].c", "1")));
                default -> pairs.add(usual);
            }
        }
        return pairs;
    }

    private String usual(Form form, String name) {
        String value = form.fields().get(name);
        String known = objects.value(name);
        return !value.isEmpty() || known == null ? value : known;
    }
}
