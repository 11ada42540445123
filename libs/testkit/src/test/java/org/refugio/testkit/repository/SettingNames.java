package org.refugio.testkit.repository;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables that a program of this repository reads. */
final class SettingNames {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
    /** As one property: {@code refugio.issuer}. */
    private static final Pattern PROPERTY = Pattern.compile("\"\\$?\\{?(refugio(?:\\.[a-z][a-z-]*)+)[\":}]");
    /** As a record of properties: the prefix and its components. */
    private static final Pattern RECORD = Pattern.compile(
            "@ConfigurationProperties\\(\"([a-z.-]+)\"\\)[^(]*record \\w+\\(([^{]*)\\)\\s*\\{");
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*(?:,|$)");
    private static final Pattern READ = Pattern.compile("\"(REFUGIO_[A-Z_]+)\"");

    private final Set<String> known = new HashSet<>();

    /** What the module in this folder reads, by itself or through the libraries. */
    static SettingNames of(String module) {
        SettingNames settings = new SettingNames();
        Path root = RepositoryFiles.root();
        List<Path> homes = List.of(root.resolve(module), root.resolve("libs"));
        Stream.of(".yml", ".properties", ".java").flatMap(ending -> RepositoryFiles.files(ending).stream())
                .filter(file -> homes.stream().anyMatch(file::startsWith))
                .filter(file -> file.toString().contains("src/main")).map(RepositoryFiles::text)
                .forEach(settings::learn);
        return settings;
    }

    private void learn(String text) {
        PLACEHOLDER.matcher(text).results().map(each -> each.group(1)).forEach(known::add);
        READ.matcher(text).results().map(each -> each.group(1)).forEach(known::add);
        PROPERTY.matcher(text).results().map(each -> variable(each.group(1))).forEach(known::add);
        RECORD.matcher(text).results().forEach(this::learnRecord);
    }

    private void learnRecord(MatchResult found) {
        String components = found.group(2).replaceAll("\\([^)]*\\)", "");
        COMPONENT.matcher(components).results()
                .map(each -> each.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .forEach(each -> known.add(variable(found.group(1) + "." + each)));
    }

    /** As Spring Boot reads it from the environment. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    /** Words of a name may be apart or together: {@code KEY_FILE} is {@code key-file}. */
    boolean read(String variable) {
        return known.contains(variable) || known.stream().anyMatch(
                each -> each.startsWith("REFUGIO_") && each.replace("_", "").equals(variable.replace("_", "")));
    }
}
