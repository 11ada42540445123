package org.refugio.intake.cases.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.PersonDetails;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/**
 * The search tokens of a case: blind-index tokens of the starts of names and of the last digits of the phone; and the
 * reference, which reveals nothing about the person and is stored in plain form.
 *
 * <p>A name is indexed from each of its words on without the spaces, so that {@code delacruz} and {@code de la cruz} find
 * the same. Phones of two countries can share their last digits, so nothing but a list for people to read may depend on
 * them.
 */
@Component
public class SearchTokens {

    /** A case with this token has all tokens of the present scheme. To be changed with the scheme. */
    public static final String SCHEME = "scheme:2";

    private static final String EXACT = "=";
    private static final int REFERENCE_PREFIX = "TAP-".length();
    private static final int MIN_START = 3;
    private static final int MAX_START = 12;
    private static final int MIN_PHONE_DIGITS = 4;
    private static final int MAX_PHONE_DIGITS = 10;
    private static final int MAX_REFERENCE_DIGITS = 9;
    private static final int MAX_JOINED_WORDS = 4;

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_WORD_BEHIND = "(?![\\p{L}\\p{N}])";
    private static final Pattern REFERENCE = Pattern.compile(NO_WORD_BEFORE
            + "([A-Za-z]{3})(\\s*[-\u2010-\u2015_./]?\\s*)(\\d{1," + MAX_REFERENCE_DIGITS + "})" + NO_WORD_BEHIND);
    private static final Pattern NUMBER = Pattern
            .compile(NO_WORD_BEFORE + "\\d(?:[\\s()+./\u2010-\u2015-]*\\d)*" + NO_WORD_BEHIND);

    private final Privacy privacy;

    SearchTokens(Privacy privacy) {
        this.privacy = privacy;
    }

    /** All tokens of a case. */
    public List<String> tokensOf(String reference, PersonDetails person, ContactDetails contact) {
        Set<String> found = new LinkedHashSet<>(List.of(SCHEME));
        addReference(reference, found);
        addName(person.fullName(), found);
        addName(person.callName(), found);
        if (contact.phone() != null) {
            String digits = digits(contact.phone());
            for (int length = MIN_PHONE_DIGITS; length <= MAX_PHONE_DIGITS; length++) {
                found.add(phone(digits, length));
            }
        }
        return List.copyOf(found);
    }

    /** {@code TAP-0123} by its starts, by those of the form without zeros, and as a whole with and without its letters. */
    private static void addReference(String reference, Set<String> found) {
        String unpadded = reference.replaceFirst("-0+(?=\\d)", "-");
        for (String form : List.of(reference, unpadded)) {
            for (int length = REFERENCE_PREFIX + 1; length <= form.length(); length++) {
                found.add(form.substring(0, length));
            }
        }
        found.add(EXACT + unpadded);
        found.add(EXACT + unpadded.substring(REFERENCE_PREFIX));
    }

    private void addName(String name, Set<String> found) {
        List<String> words = name == null ? List.of() : FoldedWords.of(name);
        for (int i = 0; i < words.size(); i++) {
            String rest = FoldedWords.start(FoldedWords.joined(words, i, words.size()), MAX_START);
            found.add(name(FoldedWords.start(words.get(i), MIN_START)));
            for (int length = MIN_START; length <= FoldedWords.length(rest); length++) {
                found.add(name(FoldedWords.start(rest, length)));
            }
        }
    }

    /**
     * Reads what staff typed: references, other numbers, and words.
     *
     * @param prefixes of the references of all offices, which tell {@code tap 1105} from a name and a number
     */
    public List<SearchTerm> terms(String text, Set<String> prefixes) {
        List<SearchTerm> terms = new ArrayList<>();
        String rest = take(REFERENCE, text, terms, found -> isReference(found, prefixes) ? reference(found) : null);
        rest = take(NUMBER, rest, terms, found -> number(found.group()));
        terms.addAll(words(FoldedWords.of(rest)));
        return terms;
    }

    /** A keyed digest of the text, by which the audit trail can tell equal searches. */
    public String digest(String text) {
        return privacy.token("search", text);
    }

    private interface Reading {
        SearchTerm of(MatchResult found);
    }

    /** Adds the terms and returns the text without them. */
    private static String take(Pattern pattern, String text, List<SearchTerm> terms, Reading reading) {
        return pattern.matcher(text).replaceAll(found -> {
            SearchTerm term = reading.of(found);
            if (term == null) {
                return Matcher.quoteReplacement(found.group());
            }
            terms.add(term);
            return " ";
        });
    }

    private static boolean isReference(MatchResult found, Set<String> prefixes) {
        String between = found.group(2);
        return between.isEmpty() || !between.isBlank()
                || prefixes.contains(found.group(1).toUpperCase(Locale.ROOT));
    }

    private static SearchTerm reference(MatchResult found) {
        String letters = found.group(1).toUpperCase(Locale.ROOT) + "-";
        return new SearchTerm(found.group().strip(), List.of(EXACT + letters + unpadded(found.group(3))),
                List.of(letters + found.group(3)));
    }

    private SearchTerm number(String text) {
        String digits = digits(text);
        List<String> tokens = new ArrayList<>();
        if (digits.length() <= MAX_REFERENCE_DIGITS) {
            tokens.add(EXACT + unpadded(digits));
        }
        if (digits.length() >= MIN_PHONE_DIGITS) {
            tokens.add(phone(digits, Math.min(MAX_PHONE_DIGITS, digits.length())));
        }
        return new SearchTerm(text.strip(), tokens, List.of());
    }

    /** A word matches by itself, or together with its neighbours as the part of a name that is written in one. */
    private List<SearchTerm> words(List<String> words) {
        List<SearchTerm> terms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Set<String> tokens = new LinkedHashSet<>(List.of(typed(words.get(i))));
            for (int first = Math.max(0, i - MAX_JOINED_WORDS + 1); first <= i; first++) {
                for (int end = Math.max(i, first + 1) + 1; end <= Math.min(words.size(),
                        first + MAX_JOINED_WORDS); end++) {
                    tokens.add(typed(FoldedWords.joined(words, first, end)));
                }
            }
            terms.add(new SearchTerm(words.get(i), List.copyOf(tokens), List.of()));
        }
        return terms;
    }

    private String typed(String word) {
        return name(FoldedWords.start(word, MAX_START));
    }

    private String name(String start) {
        return privacy.token("name", start);
    }

    private String phone(String digits, int length) {
        return privacy.token("phone", digits.substring(Math.max(0, digits.length() - length)));
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    private static String unpadded(String digits) {
        return digits.replaceFirst("^0+(?=\\d)", "");
    }
}
