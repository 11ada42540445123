package org.refugio.procedure.process;

import java.util.List;

/**
 * The rules of an action.
 *
 * @param fact the last part of the routes that record it; null where it records no fact of the proceedings
 * @param permission the name of the permission that it takes
 * @param after what has to be recorded first
 * @param moves the steps that it moves
 * @param status of the case from then on; null where it stays as it is
 */
public record ActionRule(CaseAction action, String fact, String permission, List<Condition> after, Repetition again,
        List<StepMove> moves, CaseStatus status) {

    /**
     * An action that has to be recorded first.
     *
     * @param otherwise the stable name of the refusal
     */
    public record Condition(CaseAction action, String otherwise) {}

    private static final String CONTACT = "contact";

    public ActionRule {
        after = after == null ? List.of() : List.copyOf(after);
        moves = moves == null ? List.of() : List.copyOf(moves);
    }

    /** The part of a case's entity tag that counts how often this was recorded: the fact, or the contact details. */
    public String tagPart() {
        return fact == null ? CONTACT : fact;
    }
}
