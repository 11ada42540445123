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

/** The blind-index tokens by which a case is found as staff type: prefixes of names, and the phone. */
@Component
class SearchTokens {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    private static final int PHONE_DIGITS = 7;

    private final Privacy privacy;

    SearchTokens(Privacy privacy) {
        this.privacy = privacy;
    }

    /** All tokens of a case. */
    List<String> of(PersonDetails person, ContactDetails contact) {
        Set<String> found = new LinkedHashSet<>();
        words(person.fullName() + " " + person.callName()).forEach(word -> {
            for (int length = Math.min(SHORTEST, word.length()); length <= Math.min(LONGEST, word.length()); length++) {
                found.add(privacy.token("name", word.substring(0, length)));
            }
        });
        if (contact.phone() != null) {
            found.add(privacy.token("phone", Phones.comparable(contact.phone())));
        }
        return List.copyOf(found);
    }

    /** The tokens that a case must all have to be found by this query. */
    List<String> asked(String query) {
        String digits = query.replaceAll("\\D", "");
        if (digits.length() >= PHONE_DIGITS) {
            return List.of(privacy.token("phone", Phones.comparable(query)));
        }
        return words(query).stream()
                .map(word -> privacy.token("name", word.substring(0, Math.min(LONGEST, word.length())))).toList();
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(each -> !each.isEmpty()).distinct().toList();
    }
}
