package org.refugio.notification.replies.interpretation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.refugio.notification.replies.interpretation.Words.Word;
import org.refugio.procedure.languages.AnswerWords;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;

/**
 * The phrases of all languages of the registry, because people may reply in another language than the message's. A text
 * is understood when it consists of phrases and nothing else, so that a negation, a condition or any word that is not in
 * the registry leaves it to a person.
 */
final class Phrases {

    /** A shorter word is as close to another word as to its own typing errors. */
    private static final int SHORTEST_CORRECTED = 4;

    static final Phrases SHIPPED = new Phrases();

    /** {@code meaning} is null where the phrase means nothing alone. */
    private record Phrase(List<String> words, Meaning meaning) {}

    /** A phrase in a text, and the word with which it begins there. */
    private record Found(Phrase phrase, Word first) {

        boolean isSi() {
            return phrase.words().size() == 1 && first.written().equals("si");
        }

        boolean isDigit() {
            return Character.isDigit(first.plain().charAt(0));
        }
    }

    private final List<Phrase> phrases = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private Phrases() {
        phrases.add(new Phrase(List.of("1"), Meaning.CONFIRMS));
        phrases.add(new Phrase(List.of("2"), Meaning.WANTS_CHANGE));
        for (AnswerWords words : Languages.shipped().with(LanguageCapability.ANSWERS).stream().map(Language::answers)
                .toList()) {
            add(words.confirm(), Meaning.CONFIRMS);
            add(words.change(), Meaning.WANTS_CHANGE);
            add(words.cancel(), Meaning.CANCELS);
            add(words.stop(), Meaning.OPT_OUT);
            add(words.start(), Meaning.OPT_IN);
            add(words.neutral(), null);
            words.others().stream().map(Words::withoutAccents).forEach(known::add);
        }
        phrases.forEach(phrase -> phrase.words().stream().map(Words::withoutAccents).forEach(known::add));
    }

    private void add(Set<String> added, Meaning meaning) {
        added.forEach(each -> phrases.add(new Phrase(List.of(each.split(" ")), meaning)));
    }

    /** The one meaning of these words; UNCLEAR where something is left over, or there are several meanings. */
    Meaning meaningOf(List<Word> words) {
        List<Found> meaningful = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            List<Phrase> here = at(words, from);
            if (here.stream().map(Phrase::meaning).distinct().count() != 1) {
                return Meaning.UNCLEAR; // nothing, or a typing error in words of different meanings
            }
            Phrase phrase = here.getFirst();
            if (phrase.meaning() != null) {
                meaningful.add(new Found(phrase, words.get(from)));
            }
            from += phrase.words().size();
        }
        Set<Meaning> meanings = meaningful.stream().map(each -> each.phrase().meaning()).collect(Collectors.toSet());
        return meanings.size() == 1 && !isCondition(meaningful) ? meanings.iterator().next() : Meaning.UNCLEAR;
    }

    /** "Si" without an accent agrees in Spanish, and begins a condition in Spanish, French and Creole. */
    private static boolean isCondition(List<Found> meaningful) {
        return IntStream.range(1, meaningful.size()).anyMatch(each -> meaningful.get(each - 1).isSi()
                && !meaningful.get(each).isSi() && !meaningful.get(each).isDigit());
    }

    /** The longest phrases that begin here; those with typing errors only where none is written like that. */
    private List<Phrase> at(List<Word> words, int from) {
        List<Phrase> close = phrases.stream().filter(each -> matches(each, words, from, this::isClose)).toList();
        int longest = close.stream().mapToInt(each -> each.words().size()).max().orElse(0);
        List<Phrase> candidates = close.stream().filter(each -> each.words().size() == longest).toList();
        List<Phrase> exact = candidates.stream().filter(each -> matches(each, words, from, Phrases::isExact)).toList();
        return exact.isEmpty() ? candidates : exact;
    }

    private static boolean matches(Phrase phrase, List<Word> words, int from, BiPredicate<String, Word> isSame) {
        int length = phrase.words().size();
        return from + length <= words.size() && IntStream.range(0, length)
                .allMatch(each -> isSame.test(phrase.words().get(each), words.get(from + each)));
    }

    /** An accent in the registry distinguishes the word from another one. */
    private static boolean isExact(String expected, Word found) {
        return expected.equals(found.plain()) || expected.equals(found.written());
    }

    private boolean isClose(String expected, Word found) {
        return isExact(expected, found) || expected.length() >= SHORTEST_CORRECTED
                && found.plain().length() >= SHORTEST_CORRECTED && !known.contains(found.plain())
                && TypingError.isOne(Words.withoutAccents(expected), found.plain());
    }
}
