package org.refugio.access.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.stream.Collectors;
import org.refugio.access.web.input.InputRule;
import org.refugio.access.web.input.InvalidInput;
import org.springframework.validation.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * An invalid field and the rule that it violates, never its value.
 *
 * @param field its path, for instance {@code contact.phone} or {@code languages[1]}; empty for the whole body
 * @param message what to do, in the reader's language; null where there is no text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvalidField(String field, String rule, String message) {

    /** A path of the request may be repeated only when it looks like one: a client could write data into it. */
    private static final String PATH = "[A-Za-z][A-Za-z0-9-]{0,39}";

    static InvalidField of(String field, String rule, String message) {
        return new InvalidField(field == null ? "" : field, rule == null ? "NotValid" : rule, message);
    }

    /** With the validator's message, which is in the reader's language and does not repeat the value. */
    static InvalidField of(FieldError error) {
        return of(error.getField(), error.getCode(), error.isBindingFailure() ? null : error.getDefaultMessage());
    }

    static InvalidField of(InvalidInput input, Locale reader) {
        return new InvalidField(name(input.field()), input.rule().rule(),
                input.rule().message(input.possible(), reader));
    }

    /** The field at which the reading of a body ended. */
    static InvalidField of(JacksonException unreadable, Locale reader) {
        Class<?> type = switch (unreadable) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException number -> number.getTargetType();
            default -> null;
        };
        InputRule rule = switch (unreadable) {
            case UnrecognizedPropertyException _ -> InputRule.UNKNOWN_FIELD;
            case MismatchedInputException _ -> InputRule.expecting(type);
            case InputCoercionException _ -> InputRule.expecting(type);
            default -> InputRule.UNREADABLE;
        };
        String path = rule == InputRule.UNREADABLE && unreadable.processor() instanceof JsonParser json
                ? path(json.streamReadContext())
                : path(unreadable);
        return new InvalidField(path, rule.rule(), rule.message(InputRule.possible(type), reader));
    }

    private static String path(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(each -> each.getPropertyName() == null
                        ? "[" + each.getIndex() + "]"
                        : name(each.getPropertyName()))
                .filter(each -> !each.isEmpty()).collect(Collectors.joining(".")).replace(".[", "[");
    }

    private static String path(TokenStreamContext context) {
        String before = context.getParent() == null ? "" : path(context.getParent());
        String name = context.currentName() == null ? "" : name(context.currentName());
        return before.isEmpty() || name.isEmpty() ? before + name : before + "." + name;
    }

    private static String name(String given) {
        return given.matches(PATH) ? given : "";
    }
}
