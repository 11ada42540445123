package org.refugio.testkit.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files of one bundle, which are compared with the texts that are needed. */
final class TextFiles {

    /** Spanish and English. */
    private static final List<String> ENDINGS = List.of(".properties", "_en.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    private final Map<String, Properties> files = new LinkedHashMap<>();
    private final Set<String> needed = new TreeSet<>();
    private final Set<String> violations = new TreeSet<>();

    TextFiles(String bundle) {
        ENDINGS.forEach(ending -> files.put(bundle + ending, read(bundle.replace('.', '/') + ending)));
    }

    void require(NeededText text) {
        String title = text.rule() + ".title";
        String detail = text.rule() + ".detail";
        needed.addAll(List.of(title, detail));
        needed.addAll(text.terms());
        files.forEach((name, file) -> {
            Set<Integer> used = placeholders(file.getProperty(title, "") + file.getProperty(detail, ""));
            Set<Integer> given = IntStream.range(0, text.arguments()).boxed().collect(Collectors.toSet());
            if (!used.equals(given)) {
                violations.add("%s: the placeholders of %s are %s, its arguments are %s".formatted(name, text.rule(),
                        used, given));
            }
        });
    }

    /** What is wrong after everything that is needed was required. */
    Set<String> violations() {
        files.forEach((name, file) -> {
            needed.stream().filter(key -> file.getProperty(key, "").isBlank())
                    .forEach(key -> violations.add(name + ": " + key + " has no text"));
            file.stringPropertyNames().stream().filter(key -> !needed.contains(key))
                    .forEach(key -> violations.add(name + ": nothing uses " + key));
            file.stringPropertyNames().stream().filter(key -> file.getProperty(key).contains("'"))
                    .forEach(key -> violations.add(name + ": " + key + " has ', which is a quote; write ’"));
        });
        needed.stream().filter(key -> hasWords(key) && texts(key).distinct().count() < ENDINGS.size())
                .forEach(key -> violations.add(key + " is the same in two languages"));
        return violations;
    }

    private boolean hasWords(String key) {
        return texts(key).allMatch(text -> !PLACEHOLDER.matcher(text).replaceAll("").isBlank());
    }

    private Stream<String> texts(String key) {
        return files.values().stream().map(file -> file.getProperty(key, ""));
    }

    private static Set<Integer> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map((MatchResult found) -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toSet());
    }

    private static Properties read(String path) {
        Properties properties = new Properties();
        try (InputStream in = TextFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
