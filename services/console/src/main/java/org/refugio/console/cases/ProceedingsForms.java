package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.UNCHOSEN;
import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.field;
import static org.refugio.console.pages.PageForm.typed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.refugio.access.Permission;
import org.refugio.console.pages.PageForm.Field;
import org.refugio.console.pages.PageForm.Option;
import org.refugio.console.pages.PageFormatter;
import org.refugio.console.services.IntakeClient.Fact.Attendance;
import org.refugio.console.services.IntakeClient.Fact.Decision;
import org.refugio.console.services.IntakeClient.Fact.FollowUp;
import org.refugio.console.services.IntakeClient.Fact.Interview;
import org.refugio.console.services.IntakeClient.Fact.Submission;
import org.refugio.console.services.IntakeClient;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.procedure.process.ActionRule;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.procedure.process.RecordedActions;
import org.refugio.procedure.process.Repetition;
import tools.jackson.databind.JsonNode;

/** The forms that record facts of the proceedings. When each is possible is in the process table. */
final class ProceedingsForms {

    /** What each form asks. */
    private static final Map<CaseAction, List<Field>> ASKED = new EnumMap<>(Map.of(
            CaseAction.RECORD_SUBMISSION, List.of(field("folio", "text", true), field("filedOn", "date", true),
                    choice("authority", "",
                            List.of(UNCHOSEN, new Option("COMAR", "COMAR"), new Option("SRE", "SRE")))),
            CaseAction.SET_INTERVIEW,
            List.of(field("localStart", "datetime-local", true), field("place", "text", true)),
            CaseAction.RECORD_ATTENDANCE, List.of(field("attendedOn", "date", true)),
            CaseAction.RECORD_DECISION, List.of(choice("outcome", "", Stream.concat(Stream.of(UNCHOSEN),
                    Arrays.stream(DecisionOutcome.values())
                            .map(each -> new Option(each.name(), "outcome." + each)))
                    .toList()),
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

    /** What was typed, as intake's command. */
    static IntakeClient.Fact command(CaseAction action, Map<String, String> typed) {
        boolean correction = typed.containsKey("correction");
        String reason = typed(typed, "reason");
        return switch (action) {
            case RECORD_SUBMISSION -> new Submission(typed(typed, "folio"), typed(typed, "filedOn"),
                    typed(typed, "authority"), correction, reason);
            case SET_INTERVIEW -> new Interview(typed(typed, "localStart"), typed(typed, "place"));
            case RECORD_ATTENDANCE -> new Attendance(typed(typed, "attendedOn"), correction, reason);
            case RECORD_DECISION -> new Decision(typed(typed, "outcome"), typed(typed, "notifiedOn"), correction,
                    reason);
            case START_FOLLOW_UP -> new FollowUp(typed(typed, "startedOn"), correction, reason);
            case OPEN_CASE, CHANGE_CONTACT -> throw new IllegalArgumentException(action + " is not a fact");
        };
    }

    /** The recorded fact as intake describes it, by the label of its field. */
    static Map<String, String> current(CaseAction action, JsonNode found, PageFormatter show) {
        Map<String, String> current = new LinkedHashMap<>();
        switch (action) {
            case RECORD_SUBMISSION -> {
                current.put("folio", found.path("submission").path("folio").asString("—"));
                current.put("filedOn", day(found.path("submission").path("filedOn"), show));
                current.put("authority", found.path("submission").path("authority").asString("—"));
            }
            case SET_INTERVIEW -> {
                JsonNode start = found.path("interview").path("localStart");
                current.put("localStart", start.isString()
                        ? show.when(LocalDateTime.parse(start.asString()), found.path("office").asString())
                        : "—");
                current.put("place", found.path("interview").path("place").asString("—"));
            }
            case RECORD_ATTENDANCE -> current.put("attendedOn", day(found.path("attendedOn"), show));
            case RECORD_DECISION -> {
                JsonNode outcome = found.path("decision").path("outcome");
                current.put("outcome", outcome.isString() ? show.text("outcome." + outcome.asString()) : "—");
                current.put("notifiedOn", day(found.path("decision").path("notifiedOn"), show));
            }
            case START_FOLLOW_UP -> current.put("startedOn", day(found.path("followUpSince"), show));
            case OPEN_CASE, CHANGE_CONTACT -> throw new IllegalArgumentException(action + " is not a fact");
        }
        return current;
    }

    private static String day(JsonNode day, PageFormatter show) {
        return day.isString() ? show.day(LocalDate.parse(day.asString())) : "—";
    }

    /**
     * A fact as the case's page shows it.
     *
     * @param on the recorded day, null while it is not recorded
     * @param possible whether it can be recorded now
     * @param next whether it is the first that can be and is not recorded
     */
    public record Fact(String fact, LocalDate on, boolean possible, boolean correctable, boolean next) {}

    /** The facts that are recorded, or can be now, by a person with these permissions. */
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
