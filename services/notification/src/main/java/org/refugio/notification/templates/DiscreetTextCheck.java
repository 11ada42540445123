package org.refugio.notification.templates;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Checks that a message does not reveal what the appointment is for, because other people may see the phone. */
final class DiscreetTextCheck {

    /** Revealing beginnings of words, without accents. */
    private static final Set<String> REVEALING_PREFIXES = Set.of("asil", "asyl", "azil", "refug", "refij", "comar",
            "migra",
            "imigra", "immigra", "abogad", "lawyer", "attorney", "avoka", "avocat", "advogad", "legal", "juridi",
            "acnur", "unhcr", "persec", "embajad", "consul", "konsil", "deport");

    /** Revealing whole words. */
    private static final Set<String> REVEALING_WORDS = Set.of("sre", "inm", "hcr", "ong", "ngo");

    private DiscreetTextCheck() {
    }

    static boolean isDiscreet(String text) {
        String normalized = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (String word : normalized.split("[^\\p{L}]+")) {
            if (REVEALING_WORDS.contains(word) || REVEALING_PREFIXES.stream().anyMatch(word::startsWith)) {
                return false;
            }
        }
        return true;
    }
}
