package org.refugio.intake.cases;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.PersonDetails;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/**
 * The search tokens of a case: blind-index tokens of name prefixes and of the last digits of the phone, and prefixes of
 * the reference, which reveals nothing about the person and is stored in plain form.
 */
@Component
class SearchTokens {

    private static final String REFERENCE = "[A-Za-z]{3}-\\d{1,9}";
    private static final int REFERENCE_PREFIX = "TAP-".length();
    private static final int MIN_PREFIX = 3;
    private static final int MAX_PREFIX = 12;
    private static final int MIN_PHONE_DIGITS = 7;
    private static final int PHONE_DIGITS = 10;

    private final Privacy privacy;

    SearchTokens(Privacy privacy) {
        this.privacy = privacy;
    }

    /** All tokens of a case. */
    List<String> tokensOf(String reference, PersonDetails person, ContactDetails contact) {
        Set<String> found = new LinkedHashSet<>(referencePrefixes(reference));
        words(person.fullName() + " " + person.callName()).forEach(word -> {
            for (int length = Math.min(MIN_PREFIX, word.length()); length <= Math.min(MAX_PREFIX,
                    word.length()); length++) {
                found.add(privacy.token("name", word.substring(0, length)));
            }
        });
        if (contact.phone() != null) {
            found.add(privacy.token("phone", lastDigits(contact.phone())));
        }
        return List.copyOf(found);
    }

    /** The tokens that a case must have to match this query. */
    List<String> queryTokens(String query) {
        if (query.matches(REFERENCE)) {
            return List.of(query.toUpperCase(Locale.ROOT));
        }
        if (query.matches("[\\d\\s+().-]+") && query.replaceAll("\\D", "").length() >= MIN_PHONE_DIGITS) {
            return List.of(privacy.token("phone", lastDigits(query)));
        }
        return words(query).stream()
                .map(word -> privacy.token("name", word.substring(0, Math.min(MAX_PREFIX, word.length())))).toList();
    }

    /** Prefixes of {@code TAP-0123}, and of {@code TAP-123}, the form without zeros. */
    private static Set<String> referencePrefixes(String reference) {
        Set<String> found = new LinkedHashSet<>();
        String unpadded = reference.replaceFirst("-0+", "-");
        for (String form : List.of(reference, unpadded)) {
            for (int length = REFERENCE_PREFIX + 1; length <= form.length(); length++) {
                found.add(form.substring(0, length));
            }
        }
        return found;
    }

    /**
     * The last ten digits, so that staff find a phone in any notation. Phones of two countries can share them, so
     * nothing but a list for people to read may depend on this.
     */
    private static String lastDigits(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(each -> !each.isEmpty()).distinct().toList();
    }
}
