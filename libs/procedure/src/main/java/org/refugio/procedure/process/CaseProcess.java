package org.refugio.procedure.process;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.refugio.procedure.DataFile;
import org.refugio.procedure.InvalidProcedureFile;

/** The table in {@code process.yaml}. */
public record CaseProcess(List<ActionRule> actions, List<EventRule> events, List<CaseDeadlineRule> deadlines,
        List<AppointmentKind> kinds) {

    private static final String FILE = "/process.yaml";

    /** Read once: it does not change while the program runs. */
    private static final class Shipped {
        static final CaseProcess PROCESS = checked(FILE, DataFile.resource(FILE, CaseProcess.class));
    }

    /**
     * The table of this build.
     *
     * @throws InvalidProcedureFile when it is invalid
     */
    public static CaseProcess shipped() {
        return Shipped.PROCESS;
    }

    static CaseProcess read(String file, InputStream in) {
        return checked(file, DataFile.read(file, in, CaseProcess.class));
    }

    private static CaseProcess checked(String file, CaseProcess process) {
        new CaseProcessCheck(file, process).run();
        return process;
    }

    /** The rules of an action. */
    public ActionRule rule(CaseAction action) {
        return actions.stream().filter(each -> each.action() == action).findFirst().orElseThrow();
    }

    /** The actions that record a fact of the proceedings, in the order of the procedure. */
    public List<ActionRule> facts() {
        return actions.stream().filter(each -> each.fact() != null).toList();
    }

    /** The action that records this fact, for instance {@code submission}. */
    public Optional<ActionRule> fact(String fact) {
        return facts().stream().filter(each -> each.fact().equals(fact)).findFirst();
    }

    /** Why the action is not possible now; empty when it is. */
    public Optional<ActionDenial> denial(CaseAction action, RecordedActions recorded, boolean correction) {
        ActionRule rule = rule(action);
        Optional<LocalDate> before = recorded.on(action);
        if (correction) {
            return before.isPresent() ? Optional.empty() : Optional.of(new ActionDenial.NothingToCorrect(action));
        }
        return rule.after().stream().filter(each -> recorded.on(each.action()).isEmpty())
                .<ActionDenial>map(each -> new ActionDenial.NotYet(action, each.action(), each.otherwise())).findFirst()
                .or(() -> before.filter(_ -> !rule.again().allows(action, recorded))
                        .map(on -> new ActionDenial.AlreadyRecorded(action, on)));
    }

    /** The status of a case: that of the last action in the table that is recorded. */
    public CaseStatus status(RecordedActions recorded) {
        return actions.reversed().stream().filter(each -> each.status() != null)
                .filter(each -> recorded.on(each.action()).isPresent()).findFirst().map(ActionRule::status)
                .orElse(CaseStatus.OPEN);
    }

    /** The steps that an event of another service moves; {@code kind} is the id of its appointment's kind, or null. */
    public List<StepMove> movesOn(String event, String kind) {
        AppointmentKind known = kinds.stream().filter(each -> each.id().equals(kind)).findFirst().orElse(null);
        return events.stream().filter(each -> each.event().equals(event)).findFirst().map(each -> each.moves(known))
                .orElse(List.of());
    }
}
