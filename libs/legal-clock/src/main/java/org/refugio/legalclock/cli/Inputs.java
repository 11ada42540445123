package org.refugio.legalclock.cli;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.data.Municipality;

/** What several commands read from their options. */
final class Inputs {

    private Inputs() {
    }

    static LegalClock clock(Options options) {
        return options.get("calendars").map(directory -> LegalClock.read(Path.of(directory)))
                .orElseGet(LegalClock::shipped);
    }

    static Locale language(Options options) {
        String language = options.get("lang").orElse("en");
        return switch (language) {
            case "es", "en" -> Locale.of(language);
            default -> throw new UsageError("--lang '" + language + "' is not supported: use es or en");
        };
    }

    /** The municipality's id, given as id or name, with or without accents; null without an option. */
    static String municipality(Options options, LegalClock clock) {
        return options.get("office").map(office -> clock.municipalities().stream()
                .filter(each -> plain(each.id()).equals(plain(office)) || plain(each.name()).equals(plain(office)))
                .map(Municipality::id).findFirst().orElse(office)).orElse(null);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .strip().replaceAll("[\\s_]+", "-");
    }
}
