package org.refugio.document.checklist;

import org.refugio.messaging.command.Refusal;

/** The rules of the checklist that can say no. */
public enum ChecklistRefusal implements Refusal {
    NO_SUCH_LINE("no-such-line", "This case's checklist has no such line. Reload the checklist.",
            Kind.CONFLICT),
    NOT_THE_NEWEST("not-the-newest-file",
            "A newer file came meanwhile. Look at that one, then decide.",
            Kind.CONFLICT),
    TYPE_NOT_TAKEN("file-type-not-taken",
            "Only PDF, JPEG, PNG, WebP, HEIC and plain text files are taken. Save it as one of these.",
            Kind.INVALID),
    EMPTY_FILE("file-is-empty", "The file is empty. Choose the file again.",
            Kind.INVALID);

    private final String rule;
    private final String explanation;
    private final Kind kind;

    ChecklistRefusal(String rule, String explanation, Kind kind) {
        this.rule = rule;
        this.explanation = explanation;
        this.kind = kind;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
