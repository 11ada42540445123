package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.field;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.refugio.console.pages.PageForm.Field;
import org.refugio.console.pages.PageForm.Option;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.contracts.DecisionOutcome;

/** What can be recorded of a case, and what is asked for it; the names are those of intake's routes. */
enum ProceedingsForms {

    SUBMISSION(field("folio", "text", true), field("filedOn", "date", true),
            choice("authority", "COMAR",
                    List.of(new Option("COMAR", "COMAR"), new Option("SRE", "SRE")))),
    AUTHORITY_INTERVIEW(
            field("localStart", "datetime-local", true),
            field("place", "text", true)),
    INTERVIEW_ATTENDED(
            field("attendedOn", "date", true)),
    DECISION(
            choice("outcome", "", Arrays.stream(DecisionOutcome.values())
                    .map(each -> new Option(each.name(), "outcome." + each)).toList()),
            field("notifiedOn", "date", true)),
    FOLLOW_UP(
            field("startedOn", "date", true));

    private final List<Field> fields;

    ProceedingsForms(Field... fields) {
        this.fields = List.of(fields);
    }

    List<Field> fields() {
        return fields;
    }

    /** On which day it was, or will be; null while it is not recorded. */
    LocalDate on(CaseProjection.Facts facts) {
        return switch (this) {
            case SUBMISSION -> facts.filedOn();
            case AUTHORITY_INTERVIEW -> facts.interview() == null ? null : facts.interview().toLocalDate();
            case INTERVIEW_ATTENDED -> facts.attendedOn();
            case DECISION -> facts.notifiedOn();
            case FOLLOW_UP -> facts.followUpOn();
        };
    }

    /**
     * One of them as the case's page shows it.
     *
     * @param next the first that is not recorded
     */
    public record Recorded(String route, LocalDate on, boolean next) {}

    static List<Recorded> of(CaseProjection.Facts facts) {
        ProceedingsForms next = Arrays.stream(values()).filter(each -> each.on(facts) == null).findFirst().orElse(null);
        return Arrays.stream(values()).map(each -> new Recorded(each.route(), each.on(facts), each == next)).toList();
    }

    String route() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static java.util.Optional<ProceedingsForms> of(String route) {
        return Arrays.stream(values()).filter(each -> each.route().equals(route)).findFirst();
    }
}
