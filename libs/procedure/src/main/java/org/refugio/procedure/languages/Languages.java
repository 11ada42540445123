package org.refugio.procedure.languages;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.procedure.DataFile;
import org.refugio.procedure.InvalidProcedureFile;

/**
 * The registry in {@code languages.yaml}.
 *
 * @param fallback the tag of the language that has every capability and is used where another lacks one
 */
public record Languages(String fallback, List<Language> languages) {

    private static final String FILE = "/languages.yaml";

    /** Read once: it does not change while the program runs. */
    private static final class Shipped {
        static final Languages LANGUAGES = checked(FILE, DataFile.resource(FILE, Languages.class));
    }

    /**
     * The registry of this build.
     *
     * @throws InvalidProcedureFile when it is invalid
     */
    public static Languages shipped() {
        return Shipped.LANGUAGES;
    }

    static Languages read(String file, InputStream in) {
        return checked(file, DataFile.read(file, in, Languages.class));
    }

    /** By its tag. */
    public Optional<Language> find(String tag) {
        return languages.stream().filter(each -> each.tag().equals(tag)).findFirst();
    }

    /** Those with a capability, most used first. */
    public List<Language> with(LanguageCapability capability) {
        return languages.stream().filter(each -> each.can(capability)).toList();
    }

    /** Whether there is such a language and it has the capability. */
    public boolean can(String tag, LanguageCapability capability) {
        return find(tag).filter(each -> each.can(capability)).isPresent();
    }

    /** The language to use for this capability: the given one where it has it, otherwise the fallback. */
    public Language effective(String tag, LanguageCapability capability) {
        return find(tag).filter(each -> each.can(capability)).orElseGet(() -> find(fallback).orElseThrow());
    }

    private static Languages checked(String file, Languages registry) {
        DataFile.require(registry.languages() != null, file, "it must have languages");
        Set<String> tags = new HashSet<>();
        for (Language each : registry.languages()) {
            DataFile.require(each.tag() != null && each.tag().matches("[a-z]{2,3}"), file,
                    each.tag() + " is no language tag");
            DataFile.require(tags.add(each.tag()), file, each.tag() + " is there twice");
            DataFile.require(each.can(LanguageCapability.ANSWERS) == (each.answers() != null), file,
                    each.tag() + " must have answers exactly where it can ANSWERS");
        }
        DataFile.require(registry.find(registry.fallback()).filter(
                each -> each.can().equals(Set.of(LanguageCapability.values()))).isPresent(), file,
                "the fallback must have every capability");
        return registry;
    }
}
