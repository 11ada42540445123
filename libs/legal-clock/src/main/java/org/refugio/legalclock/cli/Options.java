package org.refugio.legalclock.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a command: {@code --name value}, {@code --json}, and arguments without a name. */
final class Options {

    private static final Set<String> FLAGS = Set.of("json");

    private final Map<String, String> values = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();

    /** @param known the names that the command accepts */
    Options(List<String> words, Set<String> known) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                arguments.add(word);
                continue;
            }
            String name = word.substring(2);
            if (!known.contains(name)) {
                throw new UsageError("there is no option " + word + " here: use "
                        + String.join(", ", known.stream().sorted().map(each -> "--" + each).toList()));
            }
            if (!FLAGS.contains(name) && i + 1 == words.size()) {
                throw new UsageError(word + " needs a value");
            }
            if (values.put(name, FLAGS.contains(name) ? "" : words.get(++i)) != null) {
                throw new UsageError(word + " is given twice");
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return get(name).orElseThrow(() -> new UsageError("--" + name + " is missing"));
    }

    LocalDate date(String name) {
        try {
            return LocalDate.parse(required(name));
        } catch (DateTimeParseException e) {
            throw new UsageError("--" + name + " '" + required(name) + "' is not a date: write YYYY-MM-DD");
        }
    }

    int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new UsageError("--" + name + " '" + value + "' is not a whole number");
        }
    }

    /** The arguments without a name, which must be as many as expected. */
    List<String> arguments(int expected, String usage) {
        if (arguments.size() != expected) {
            throw new UsageError("usage: " + usage);
        }
        return arguments;
    }
}
