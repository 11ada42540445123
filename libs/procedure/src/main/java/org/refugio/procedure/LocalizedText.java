package org.refugio.procedure;

import java.util.Map;

/** A text in several languages, by BCP 47 tag; Spanish is always there. */
public record LocalizedText(Map<String, String> byLanguage) {

    @com.fasterxml.jackson.annotation.JsonCreator(mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** In the language, or in Spanish. */
    public String in(String language) {
        return byLanguage.getOrDefault(language, byLanguage.get("es"));
    }

    /** As in the file. */
    @com.fasterxml.jackson.annotation.JsonValue
    public Map<String, String> byLanguage() {
        return byLanguage;
    }
}
