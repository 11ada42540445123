package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.refugio.access.Permission;
import org.refugio.console.pages.PageForm.Field;
import org.refugio.console.pages.PageForm.Option;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.procedure.process.ActionRule;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.procedure.process.RecordedActions;
import org.refugio.procedure.process.Repetition;

/** The forms that record facts of the proceedings. When each is possible is in the process table. */
final class ProceedingsForms {

    /** What each form asks; the names are those of the members of intake's commands. */
    private static final Map<CaseAction, List<Field>> ASKED = new EnumMap<>(Map.of(
            CaseAction.RECORD_SUBMISSION, List.of(field("folio", "text", true), field("filedOn", "date", true),
                    choice("authority", "COMAR", List.of(new Option("COMAR", "COMAR"), new Option("SRE", "SRE")))),
            CaseAction.SET_INTERVIEW,
            List.of(field("localStart", "datetime-local", true), field("place", "text", true)),
            CaseAction.RECORD_ATTENDANCE, List.of(field("attendedOn", "date", true)),
            CaseAction.RECORD_DECISION, List.of(choice("outcome", "", Arrays.stream(DecisionOutcome.values())
                    .map(each -> new Option(each.name(), "outcome." + each)).toList()),
                    field("notifiedOn", "date", true)),
            CaseAction.START_FOLLOW_UP, List.of(field("startedOn", "date", true))));

    private ProceedingsForms() {
    }

    /** What the form asks; a correction asks for its reason too. */
    static List<Field> fields(CaseAction action, boolean correction) {
        List<Field> fields = new ArrayList<>(ASKED.get(action));
        if (correction) {
            fields.add(field("reason", "textarea", true));
            fields.add(new Field("correction", "hidden", true, "true", List.of()));
        }
        return fields;
    }

    /**
     * A fact as the case's page shows it.
     *
     * @param on the recorded day, null while it is not recorded
     * @param possible whether it can be recorded now
     * @param next whether it is the first that can be and is not recorded
     */
    public record Fact(String fact, LocalDate on, boolean possible, boolean correctable, boolean next) {}

    /** The facts that are recorded, or can be now, by somebody with these permissions. */
    static List<Fact> of(RecordedActions recorded, Predicate<Permission> may) {
        CaseProcess process = CaseProcess.shipped();
        List<ActionRule> allowed = process.facts().stream().filter(rule -> may.test(permission(rule))).toList();
        Optional<ActionRule> next = allowed.stream().filter(rule -> recorded.on(rule.action()).isEmpty())
                .filter(rule -> process.denial(rule.action(), recorded, false).isEmpty()).findFirst();
        return allowed.stream().map(rule -> {
            LocalDate on = recorded.on(rule.action()).orElse(null);
            return new Fact(rule.fact(), on, process.denial(rule.action(), recorded, false).isEmpty(),
                    on != null && rule.again() != Repetition.ALWAYS, next.filter(rule::equals).isPresent());
        }).filter(each -> each.possible() || each.on() != null).toList();
    }

    static Permission permission(ActionRule rule) {
        return Permission.valueOf(rule.permission());
    }
}
