package org.refugio.notification.replies;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.procedure.languages.AnswerWords;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;

/** The meaning of a reply, in any language of the registry. A mixture of meanings is UNCLEAR. */
enum ReplyInterpreter {
    CONFIRMS,
    WANTS_CHANGE,
    OPT_OUT,
    UNCLEAR;

    private static final Set<String> YES = words(AnswerWords::confirm, "1");
    private static final Set<String> CHANGE = words(AnswerWords::change, "2");
    private static final Set<String> NEUTRAL = words(AnswerWords::neutral);
    private static final Set<String> STOP = words(AnswerWords::stop);

    static ReplyInterpreter of(String text) {
        List<String> words = words(text);
        boolean yes = words.stream().anyMatch(YES::contains);
        boolean change = words.stream().anyMatch(CHANGE::contains);
        boolean known = words.stream()
                .allMatch(each -> YES.contains(each) || CHANGE.contains(each) || NEUTRAL.contains(each));
        if (words.size() == 1 && STOP.contains(words.getFirst())) {
            return OPT_OUT;
        }
        if (!known || yes == change) {
            return UNCLEAR;
        }
        return yes ? CONFIRMS : WANTS_CHANGE;
    }

    /** From every language, because people may reply in another language than the message's. */
    private static Set<String> words(Function<AnswerWords, Set<String>> meaning, String... digits) {
        return Stream.concat(Arrays.stream(digits), Languages.shipped().with(LanguageCapability.ANSWERS).stream()
                .map(Language::answers).map(meaning).flatMap(Set::stream)).collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        String normalized = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(normalized.split("[^\\p{L}\\p{N}]+")).filter(each -> !each.isEmpty()).toList();
    }
}
