package org.refugio.legalclock.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.DeadlineRule;
import org.refugio.legalclock.data.Extension;
import org.refugio.legalclock.data.UndecidedRule;

/** {@code clock rules}: the terms with their sources. */
final class RulesCommand {

    private RulesCommand() {
    }

    static void run(List<String> words, PrintStream out) {
        Options options = new Options(words, Set.of("calendars", "json", "lang"));
        options.arguments(0, "./refugio clock rules");
        Locale language = Inputs.language(options);
        List<DeadlineRule> rules = Inputs.clock(options).rules();
        if (options.has("json")) {
            out.println(Json.write(rules.stream().map(rule -> json(rule, language)).toList()));
        } else {
            rules.forEach(rule -> out.println(line(rule, language)));
        }
    }

    private static String line(DeadlineRule rule, Locale language) {
        return "%-26s ".formatted(rule.id()) + switch (rule) {
            case CountedRule counted -> counted.value() + " " + counted.unit().words().in(language)
                    + extension(counted, language) + "; " + counted.title().in(language) + "; " + counted.authority()
                    + "; " + counted.citation() + " (" + counted.certainty() + ")";
            case UndecidedRule undecided -> undecided.title().in(language) + "; "
                    + (language.getLanguage().equals("es") ? "sin valor: " : "no value: ")
                    + undecided.undecided().in(language);
        };
    }

    private static String extension(CountedRule rule, Locale language) {
        boolean spanish = language.getLanguage().equals("es");
        return switch (rule.extension()) {
            case Extension.NotAllowed() -> "";
            case Extension.Once(int days, var grounds) -> (spanish ? " + hasta " : " + up to ") + days
                    + (spanish ? " una vez" : " once");
            case Extension.Undecided(var text) -> spanish ? " + prórroga por decidir" : " + an extension to be decided";
        };
    }

    private static Map<String, Object> json(DeadlineRule rule, Locale language) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("title", rule.title().in(language));
        json.put("trigger", rule.trigger().in(language));
        json.put("citation", rule.citation());
        switch (rule) {
            case CountedRule counted -> {
                json.put("value", counted.value());
                json.put("unit", counted.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                json.put("authority", counted.authority());
                json.put("certainty", counted.certainty());
                json.put("effectiveFrom", counted.effective().from());
                json.put("effectiveUntil", counted.effective().open() ? null : counted.effective().until());
                json.put("extensionDays", counted.extension() instanceof Extension.Once once ? once.days() : 0);
            }
            case UndecidedRule undecided -> json.put("undecided", undecided.undecided().in(language));
        }
        return json;
    }
}
