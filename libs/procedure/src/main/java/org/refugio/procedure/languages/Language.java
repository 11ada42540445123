package org.refugio.procedure.languages;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A language of the registry.
 *
 * @param tag ISO 639, for instance {@code ht}
 * @param ownName what its speakers call it; null where the JDK's name is right
 * @param names by the tag of the reader's language, where the JDK has none
 * @param answers null unless answers are understood in it
 */
public record Language(String tag, String ownName, Map<String, String> names, Set<LanguageCapability> can,
        AnswerWords answers) {

    public Language {
        names = names == null ? Map.of() : Map.copyOf(names);
        can = can == null ? Set.of() : Set.copyOf(can);
    }

    public boolean can(LanguageCapability capability) {
        return can.contains(capability);
    }

    /** Its name for a reader of this language. */
    public String nameIn(Locale reader) {
        return names.getOrDefault(reader.getLanguage(), Locale.of(tag).getDisplayLanguage(reader));
    }

    @Override
    public String ownName() {
        return ownName == null ? Locale.of(tag).getDisplayLanguage(Locale.of(tag)) : ownName;
    }
}
