package org.refugio.access.web.problem;

import org.refugio.messaging.command.ProblemText;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of a response: the first one of {@code Accept-Language} that problems have texts in, otherwise Spanish. */
public final class ReaderLanguageResolver extends AcceptHeaderLocaleResolver {

    public ReaderLanguageResolver() {
        setSupportedLocales(ProblemText.LANGUAGES);
        setDefaultLocale(ProblemText.LANGUAGES.getFirst());
    }
}
