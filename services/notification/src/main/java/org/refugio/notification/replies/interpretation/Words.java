package org.refugio.notification.replies.interpretation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a text into its words. */
final class Words {

    private static final Pattern WORD = Pattern.compile("\\p{N}+|\\p{L}+");

    /** Signs of approval mean nothing alone, because they may only acknowledge the message. */
    private static final String NEUTRAL_SIGNS = "[\\x{1F44D}\\x{1F64F}\\x{1F642}\\x{1F60A}\\x{1F600}\\x{1F601}"
            + "\\x{1F91D}\\x{1F44C}\\x{2764}\\x{2665}\\x{2705}\\x{2714}\\x{1F3FB}-\\x{1F3FF}]";

    /** What else is not a letter, a digit or punctuation can mean anything, for instance a thumb that points down. */
    private static final Pattern OTHER_SIGN = Pattern.compile("\\p{So}|\\p{Sk}|\\p{Cn}|\\p{Co}");
    private static final Pattern QUESTION = Pattern.compile("[?¿؟⁉❓❔]");

    private Words() {
    }

    /**
     * A word.
     *
     * @param plain without accents
     * @param written as it was written
     */
    record Word(String plain, String written) {}

    /** Empty when the text is a question or has signs of unknown meaning. */
    static Optional<List<Word>> of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}|\\x{FE0F}|\\x{20E3}", "")
                .replaceAll(NEUTRAL_SIGNS, " ").toLowerCase(Locale.ROOT);
        if (QUESTION.matcher(text).find() || OTHER_SIGN.matcher(composed).find()) {
            return Optional.empty();
        }
        List<Word> words = new ArrayList<>();
        WORD.matcher(composed).results().map(MatchResult::group).forEach(each -> words.add(word(each)));
        return Optional.of(words);
    }

    private static Word word(String written) {
        StringBuilder digits = new StringBuilder();
        written.codePoints().map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
                .forEach(digits::appendCodePoint); // the digits of every script
        return new Word(withoutAccents(digits.toString()), digits.toString());
    }

    static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
