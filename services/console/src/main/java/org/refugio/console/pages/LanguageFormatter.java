package org.refugio.console.pages;

import java.util.List;
import org.refugio.console.pages.PageForm.Option;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Languages by name in the reader's language; templates know it as {@code @languages}. */
@Component("languages")
public class LanguageFormatter {

    private final Languages registry = Languages.shipped();

    /** Its name, or the tag when the registry does not have it. */
    public String name(String tag) {
        return registry.find(tag).map(each -> each.nameIn(LocaleContextHolder.getLocale())).orElse(tag);
    }

    /** What its speakers call it, or the tag when the registry does not have it. */
    public String ownName(String tag) {
        return registry.find(tag).map(Language::ownName).orElse(tag);
    }

    /** Those that can be chosen for a person. */
    public List<Option> choices() {
        return registry.with(LanguageCapability.CHOICE).stream()
                .map(each -> new Option(each.tag(), each.nameIn(LocaleContextHolder.getLocale()))).toList();
    }

    public List<Language> ofStaffPages() {
        return registry.with(LanguageCapability.STAFF_PAGES);
    }

    public List<Language> ofApplicantPages() {
        return registry.with(LanguageCapability.APPLICANT_PAGES);
    }

    /** The name of the language in which messages are written instead; null where they are written in this one. */
    public String messagesInstead(String tag) {
        Language effective = registry.effective(tag, LanguageCapability.MESSAGES);
        return effective.tag().equals(tag) ? null : name(effective.tag());
    }
}
