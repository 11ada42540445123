package org.refugio.notification.replies.interpretation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.refugio.notification.replies.interpretation.Words.Word;

/** Interprets a reply. What can mean anything else is UNCLEAR: a person reads it. */
public final class ReplyInterpreter {

    /** Two text messages; an answer is shorter. */
    private static final int LONGEST_ANSWER = 320;

    /** The codes that a question can name. */
    public static final List<String> CODES = List.of("A", "B", "C", "D");

    private static final Pattern CODE = Pattern.compile("[a-d]");
    private static final Set<String> ANNOUNCING_A_CODE = Set.of("opcion", "letra", "cita", "option", "letter");

    private ReplyInterpreter() {
    }

    /** The meaning of a text, in any language of the registry. */
    public static Interpretation of(String text) {
        if (text.length() > LONGEST_ANSWER) {
            return Interpretation.UNCLEAR;
        }
        return Words.of(text).map(ReplyInterpreter::of).orElse(Interpretation.UNCLEAR);
    }

    private static Interpretation of(List<Word> words) {
        Meaning meaning = Phrases.SHIPPED.meaningOf(words);
        return meaning == Meaning.UNCLEAR
                ? withCode(words).orElse(Interpretation.UNCLEAR)
                : new Interpretation(meaning, null);
    }

    /** For instance {@code 1 A}, {@code a1}, {@code si, A por favor}; empty where there is not exactly one code. */
    private static Optional<Interpretation> withCode(List<Word> words) {
        List<Word> others = new ArrayList<>(words);
        List<Word> codes = words.stream().filter(each -> CODE.matcher(each.plain()).matches()).toList();
        others.removeAll(codes);
        others.removeIf(each -> ANNOUNCING_A_CODE.contains(each.plain()));
        if (codes.size() != 1) {
            return Optional.empty();
        }
        String code = codes.getFirst().plain().toUpperCase(Locale.ROOT);
        return switch (others.isEmpty() ? Meaning.CHOICE : Phrases.SHIPPED.meaningOf(others)) {
            case CHOICE -> Optional.of(new Interpretation(Meaning.CHOICE, code));
            case CONFIRMS -> Optional.of(new Interpretation(Meaning.CONFIRMS, code));
            case WANTS_CHANGE -> Optional.of(new Interpretation(Meaning.WANTS_CHANGE, code));
            case CANCELS, OPT_OUT, OPT_IN, UNCLEAR -> Optional.empty();
        };
    }
}
