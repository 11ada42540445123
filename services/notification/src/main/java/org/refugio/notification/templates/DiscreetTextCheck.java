package org.refugio.notification.templates;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A phone lies open on a table, or belongs to somebody else by now: no message may show what the appointment is for. */
final class DiscreetTextCheck {

    /** Beginnings of words that would, without accents. */
    private static final Set<String> TELLING = Set.of("asil", "asyl", "azil", "refug", "refij", "comar", "migra",
            "imigra", "immigra", "abogad", "lawyer", "attorney", "avoka", "avocat", "advogad", "legal", "juridi",
            "acnur", "unhcr", "persec", "embajad", "consul", "konsil", "deport");

    /** Whole words. */
    private static final Set<String> TELLING_NAMES = Set.of("sre", "inm", "hcr", "ong", "ngo");

    private DiscreetTextCheck() {
    }

    static boolean is(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        for (String word : bare.split("[^\\p{L}]+")) {
            if (TELLING_NAMES.contains(word) || TELLING.stream().anyMatch(word::startsWith)) {
                return false;
            }
        }
        return true;
    }
}
