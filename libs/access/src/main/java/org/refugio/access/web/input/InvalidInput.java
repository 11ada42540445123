package org.refugio.access.web.input;

import java.util.Collection;
import java.util.List;

/** A field of a request that cannot be read; answered 400 with the field and what was expected. */
public final class InvalidInput extends RuntimeException {

    private final String field;
    private final transient InputRule rule;
    private final transient List<String> possible;

    /** A field that violates a rule. */
    public InvalidInput(String field, InputRule rule) {
        this(field, rule, List.of());
    }

    private InvalidInput(String field, InputRule rule, List<String> possible) {
        super(rule.rule(), null, false, false);
        this.field = field;
        this.rule = rule;
        this.possible = possible;
    }

    /** A field that should be of this type. */
    public static InvalidInput expecting(String field, Class<?> type) {
        return new InvalidInput(field, InputRule.expecting(type), InputRule.possible(type));
    }

    /** A field that should be one of these values. */
    public static InvalidInput choosing(String field, Collection<String> possible) {
        return new InvalidInput(field, InputRule.ONE_OF, List.copyOf(possible));
    }

    public String field() {
        return field;
    }

    public InputRule rule() {
        return rule;
    }

    /** The values to choose from; empty where there is no choice. */
    public List<String> possible() {
        return possible;
    }
}
