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
    /** A single property, for instance {@code refugio.issuer}. */
    private static final Pattern PROPERTY = Pattern.compile("\"\\$?\\{?(refugio(?:\\.[a-z][a-z-]*)+)[\":}]");
    /** A record of properties: the prefix and the components. */
    private static final Pattern RECORD = Pattern.compile(
            "@ConfigurationProperties\\(\"([a-z.-]+)\"\\)[^(]*record \\w+\\(([^{]*)\\)\\s*\\{");
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)\\s*(?:,|$)");
    private static final Pattern READ = Pattern.compile("\"(REFUGIO_[A-Z_]+)\"");

    private final Set<String> known = new HashSet<>();

    /** The variables that the module in this folder reads, directly or through the libraries. */
    static SettingNames of(String module) {
        SettingNames settings = new SettingNames();
        Path root = RepositoryFiles.root();
        List<Path> folders = List.of(root.resolve(module), root.resolve("libs"));
        Stream.of(".yml", ".properties", ".java").flatMap(ending -> RepositoryFiles.files(ending).stream())
                .filter(file -> folders.stream().anyMatch(file::startsWith))
                .filter(file -> file.toString().contains("src/main")).map(RepositoryFiles::text)
                .forEach(settings::collect);
        return settings;
    }

    private void collect(String text) {
        PLACEHOLDER.matcher(text).results().map(each -> each.group(1)).forEach(known::add);
        READ.matcher(text).results().map(each -> each.group(1)).forEach(known::add);
        PROPERTY.matcher(text).results().map(each -> variable(each.group(1))).forEach(known::add);
        RECORD.matcher(text).results().forEach(this::collectRecord);
    }

    private void collectRecord(MatchResult found) {
        String components = found.group(2).replaceAll("\\([^)]*\\)", "");
        COMPONENT.matcher(components).results()
                .map(each -> each.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .forEach(each -> known.add(variable(found.group(1) + "." + each)));
    }

    /** The name under which Spring Boot reads the property from the environment. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    /** Whether the variable is read. Words may be separated or not: {@code KEY_FILE} is {@code key-file}. */
    boolean contains(String variable) {
        return known.contains(variable) || known.stream().anyMatch(
                each -> each.startsWith("REFUGIO_") && each.replace("_", "").equals(variable.replace("_", "")));
    }
}
