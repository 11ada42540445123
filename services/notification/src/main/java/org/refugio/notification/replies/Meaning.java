package org.refugio.notification.replies;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What an answer means, in any of the languages that people write in. */
enum Meaning {
    CONFIRMS, WANTS_CHANGE, SILENCE, UNCLEAR;

    private static final Set<String> YES = Set.of("1", "si", "confirmo", "confirmar", "ok", "yes", "oui", "wi", "sim");
    private static final Set<String> CHANGE = Set.of("2", "no", "no puedo", "cambio", "cambiar", "change", "non", "nao",
            "m pa kapab", "pa kapab");
    private static final Set<String> STOP = Set.of("baja", "alto", "cancelar", "stop", "arret", "pare");

    static Meaning of(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} ]", " ").replaceAll("\\s+", " ").strip();
        if (STOP.contains(bare)) {
            return SILENCE;
        }
        if (YES.contains(bare)) {
            return CONFIRMS;
        }
        return CHANGE.contains(bare) ? WANTS_CHANGE : UNCLEAR;
    }
}
