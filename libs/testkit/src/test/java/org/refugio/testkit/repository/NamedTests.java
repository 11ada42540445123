package org.refugio.testkit.repository;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tests that a document names. */
final class NamedTests {

    /** A class, optionally with a method; or a method alone, in camel case, of the class that was named last. */
    private static final Pattern NAME = Pattern.compile(
            "\\b([A-Z]\\w*[a-z](?:Test|IT))\\b(?:\\.([a-z]\\w*))?|`\\.([a-z]+[A-Z_]\\w*)`");

    /** The source of all test classes with this name; several services use the same name. */
    private final Map<String, String> sources;

    NamedTests(Map<String, String> sources) {
        this.sources = Map.copyOf(sources);
    }

    static NamedTests ofRepository() {
        Map<String, String> sources = new HashMap<>();
        for (String ending : List.of("Test.java", "IT.java")) {
            for (Path file : RepositoryFiles.files(ending)) {
                sources.merge(file.getFileName().toString().replace(".java", ""), RepositoryFiles.text(file),
                        String::concat);
            }
        }
        return new NamedTests(sources);
    }

    /** The named tests that do not exist. */
    List<String> missing(String text) {
        List<String> missing = new ArrayList<>();
        String last = "";
        for (MatchResult found : NAME.matcher(text).results().toList()) {
            last = found.group(1) == null ? last : found.group(1);
            String method = found.group(2) == null ? found.group(3) : found.group(2);
            String source = sources.get(last);
            if (source == null && found.group(1) != null) {
                missing.add(last);
            } else if (source != null && method != null && !source.contains("void " + method + "(")) {
                missing.add(last + "." + method);
            }
        }
        return missing;
    }
}
