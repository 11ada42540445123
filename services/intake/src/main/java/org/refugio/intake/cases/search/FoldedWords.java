package org.refugio.intake.cases.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/** The words of a name without the differences in which people write it: case, accents, apostrophes, hyphens, spaces. */
final class FoldedWords {

    /** Letters that have no decomposition in Unicode. */
    private static final Map<String, String> LETTERS = Map.of("ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß",
            "ss", "æ", "ae", "œ", "oe", "ı", "i");

    private FoldedWords() {
    }

    /** The words in their order. */
    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        // a modifier letter is an apostrophe here
        return Arrays.stream(plain.split("[^\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lo}\\p{N}]+"))
                .filter(each -> !each.isEmpty()).toList();
    }

    /** The words from {@code first} to before {@code end} as one. */
    static String joined(List<String> words, int first, int end) {
        return String.join("", words.subList(first, end));
    }

    /** At most so many characters from the start; a character is never cut in two. */
    static String start(String word, int characters) {
        return length(word) <= characters ? word : word.substring(0, word.offsetByCodePoints(0, characters));
    }

    static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}
