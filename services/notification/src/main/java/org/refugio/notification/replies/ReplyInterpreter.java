package org.refugio.notification.replies;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an answer means, in any of the languages that people write in. A mixture is for a person to read. */
enum ReplyInterpreter {
    CONFIRMS,
    WANTS_CHANGE,
    OPT_OUT,
    UNCLEAR;

    private static final Set<String> YES = Set.of("1", "si", "confirmo", "confirma", "confirmar", "confirmado", "ok",
            "yes", "confirm", "oui", "confirme", "wi", "konfime", "sim");
    private static final Set<String> CHANGE = Set.of("2", "no", "cambio", "cambia", "cambiar", "change", "cannot",
            "non", "changer", "pa", "chanje", "nao", "mudar");

    /** Words that go with either, and say nothing alone. */
    private static final Set<String> EITHER = Set.of("puedo", "ir", "can", "i", "t", "peux", "je", "ne", "pas", "m",
            "mwen", "kapab", "posso", "gracias", "por", "favor", "thanks", "thank", "you", "please", "merci", "mesi",
            "obrigado", "obrigada");
    private static final Set<String> SILENCE = Set.of("baja", "alto", "cancelar", "stop", "arret", "pare", "parar",
            "kanpe", "unsubscribe");

    static ReplyInterpreter of(String text) {
        List<String> words = words(text);
        boolean yes = words.stream().anyMatch(YES::contains);
        boolean change = words.stream().anyMatch(CHANGE::contains);
        boolean known = words.stream()
                .allMatch(each -> YES.contains(each) || CHANGE.contains(each) || EITHER.contains(each));
        if (words.size() == 1 && SILENCE.contains(words.getFirst())) {
            return OPT_OUT;
        }
        if (!known || yes == change) {
            return UNCLEAR;
        }
        return yes ? CONFIRMS : WANTS_CHANGE;
    }

    private static List<String> words(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}]+")).filter(each -> !each.isEmpty()).toList();
    }
}
