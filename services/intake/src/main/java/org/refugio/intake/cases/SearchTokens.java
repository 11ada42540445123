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
 * The tokens by which a case is found as staff type: blind-index tokens of name prefixes and of the phone, and the
 * beginnings of the reference, which tells nothing of the person and stands as it is.
 */
@Component
class SearchTokens {

    private static final String REFERENCE = "[A-Za-z]{3}-\\d{1,9}";
    private static final int REFERENCE_PREFIX = "TAP-".length();
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    private static final int PHONE_DIGITS = 7;

    private final Privacy privacy;

    SearchTokens(Privacy privacy) {
        this.privacy = privacy;
    }

    /** All tokens of a case. */
    List<String> of(String reference, PersonDetails person, ContactDetails contact) {
        Set<String> found = new LinkedHashSet<>(references(reference));
        words(person.fullName() + " " + person.callName()).forEach(word -> {
            for (int length = Math.min(SHORTEST, word.length()); length <= Math.min(LONGEST, word.length()); length++) {
                found.add(privacy.token("name", word.substring(0, length)));
            }
        });
        if (contact.phone() != null) {
            found.add(privacy.token("phone", PhoneNumbers.comparable(contact.phone())));
        }
        return List.copyOf(found);
    }

    /** The tokens that a case must all have to be found by this query. */
    List<String> asked(String query) {
        if (query.matches(REFERENCE)) {
            return List.of(query.toUpperCase(Locale.ROOT));
        }
        if (query.matches("[\\d\\s+().-]+") && query.replaceAll("\\D", "").length() >= PHONE_DIGITS) {
            return List.of(privacy.token("phone", PhoneNumbers.comparable(query)));
        }
        return words(query).stream()
                .map(word -> privacy.token("name", word.substring(0, Math.min(LONGEST, word.length())))).toList();
    }

    /** Beginnings of {@code TAP-0123}, and of {@code TAP-123}, as people write it. */
    private static Set<String> references(String reference) {
        Set<String> found = new LinkedHashSet<>();
        String unpadded = reference.replaceFirst("-0+", "-");
        for (String form : List.of(reference, unpadded)) {
            for (int length = REFERENCE_PREFIX + 1; length <= form.length(); length++) {
                found.add(form.substring(0, length));
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(each -> !each.isEmpty()).distinct().toList();
    }
}
