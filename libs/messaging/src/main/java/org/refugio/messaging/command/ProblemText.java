package org.refugio.messaging.command;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a problem in the reader's language, from the module's {@code problems.properties} (Spanish) or
 * {@code problems_en.properties}: the keys are {@code <rule>.title} and {@code <rule>.detail}.
 *
 * @param title which rule
 * @param detail why, and what to do
 */
public record ProblemText(String title, String detail) {

    /** The languages of the texts; the first one is used where the reader's language is not among them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.ENGLISH);

    private static final String FILE = "problems";
    private static final ResourceBundle.Control WITHOUT_THE_MACHINES_LANGUAGE = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The text of a refusal. */
    public static ProblemText of(Refusal refusal, Locale reader) {
        return of(refusal.textOwner(), refusal.rule(), refusal.arguments(), reader);
    }

    /**
     * The text of a rule.
     *
     * @param owner a class of the package that has the texts, or of one below it
     * @param arguments as in {@link Refusal#arguments()}
     * @throws MissingResourceException when there is none
     */
    public static ProblemText of(Class<?> owner, String rule, List<?> arguments, Locale reader) {
        ResourceBundle texts = ResourceBundle.getBundle(bundle(owner), reader, owner.getClassLoader(),
                WITHOUT_THE_MACHINES_LANGUAGE);
        Object[] values = arguments.stream().map(each -> value(each, texts, reader)).toArray();
        return new ProblemText(new MessageFormat(texts.getString(rule + ".title"), reader).format(values),
                new MessageFormat(texts.getString(rule + ".detail"), reader).format(values));
    }

    /** The base name of the resource bundle with the texts of a class: the nearest one in its package or above. */
    public static String bundle(Class<?> owner) {
        String name = owner.getPackageName();
        while (owner.getClassLoader().getResource(name.replace('.', '/') + "/" + FILE + ".properties") == null) {
            if (!name.contains(".")) {
                throw new MissingResourceException("no texts of problems", owner.getName(), FILE);
            }
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name + "." + FILE;
    }

    /** The keys of the words that are translated, among these arguments. */
    public static List<String> termKeys(List<?> arguments) {
        return arguments.stream().flatMap(each -> each instanceof List<?> list ? list.stream() : Stream.of(each))
                .filter(Refusal.Term.class::isInstance).map(each -> ((Refusal.Term) each).key()).toList();
    }

    private static String value(Object argument, ResourceBundle texts, Locale reader) {
        return switch (argument) {
            case LocalDate day -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(reader).format(day);
            case LocalDateTime start ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(reader)
                        .format(start);
            case Refusal.Term term -> texts.getString(term.key());
            case List<?> list ->
                list.stream().map(each -> value(each, texts, reader)).collect(Collectors.joining(", "));
            case Function<?, ?> words -> inLanguage(words, reader);
            default -> argument.toString();
        };
    }

    @SuppressWarnings("unchecked") // Refusal.arguments() promises functions of the reader's language
    private static String inLanguage(Function<?, ?> words, Locale reader) {
        return ((Function<Locale, ?>) words).apply(reader).toString();
    }
}
