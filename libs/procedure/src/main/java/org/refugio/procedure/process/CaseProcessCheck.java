package org.refugio.procedure.process;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.refugio.contracts.Step;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.procedure.DataFile;

/** What every table of the process must fulfil. */
record CaseProcessCheck(String file, CaseProcess process) {

    private static final int LONGEST_MINUTES = 240;

    void run() {
        require(process.actions() != null && process.events() != null && process.deadlines() != null
                && process.kinds() != null, "it must have actions, events, deadlines and kinds");
        actions();
        process.events()
                .forEach(each -> require(
                        each.event() != null && each.moves(null).isEmpty() == (each.appointmentStep() != null),
                        each.event() + " must have either moves or appointmentStep"));
        deadlines();
        kinds();
        everyStepMoves();
    }

    private void actions() {
        require(process.actions().stream().map(ActionRule::action).toList().equals(Arrays.asList(CaseAction.values())),
                "it must have every action once, in the order of the procedure");
        Set<CaseAction> before = new HashSet<>();
        Set<String> facts = new HashSet<>();
        for (ActionRule rule : process.actions()) {
            require(rule.permission() != null && rule.again() != null, rule.action() + " lacks permission or again");
            require(rule.fact() == null || facts.add(rule.fact()), rule.action() + " has the fact of another action");
            for (ActionRule.Condition condition : rule.after()) {
                require(before.contains(condition.action()), rule.action() + " comes after an action that is below it");
                require(condition.otherwise() != null && condition.otherwise().matches("[a-z]+(-[a-z]+)*"),
                        rule.action() + " lacks the refusal where " + condition.action() + " is missing");
            }
            before.add(rule.action());
        }
    }

    private void deadlines() {
        Set<String> decided = new HashSet<>();
        LegalClock.shipped().rules().stream().filter(CountedRule.class::isInstance)
                .forEach(each -> decided.add(each.id()));
        process.deadlines().forEach(each -> {
            require(decided.contains(each.rule()), "the legal clock has no decided rule " + each.rule());
            require(each.until() != null && each.until() != each.after(),
                    "the deadline " + each.rule() + " must end with an action other than the one that starts it");
        });
    }

    private void kinds() {
        Set<String> ids = new HashSet<>();
        for (AppointmentKind kind : process.kinds()) {
            require(kind.id() != null && ids.add(kind.id()), "kind " + kind.id() + " is there twice");
            require(kind.name() != null && kind.name().byLanguage().containsKey("es"),
                    "kind " + kind.id() + " has no Spanish name");
            require(kind.minutes() > 0 && kind.minutes() <= LONGEST_MINUTES, "kind " + kind.id() + " has no length");
            require(kind.bookable() || kind.proposedDuring().isEmpty() && !kind.beforeInterview(),
                    "kind " + kind.id() + " is set by the authority: it cannot be proposed or come before itself");
        }
        require(process.kinds().stream().filter(AppointmentKind::setByAuthority).count() == 1,
                "one kind must be set by the authority");
        List<Step> proposed = process.kinds().stream().flatMap(each -> each.proposedDuring().stream()).sorted()
                .toList();
        require(proposed.equals(Arrays.asList(Step.values())), "one kind must be proposed during each step");
    }

    private void everyStepMoves() {
        Set<Step> moved = new HashSet<>();
        Stream.concat(process.actions().stream().flatMap(each -> each.moves().stream()),
                process.events().stream().flatMap(each -> each.moves().stream())).map(StepMove::step)
                .forEach(moved::add);
        process.kinds().stream().map(AppointmentKind::step).forEach(moved::add);
        Arrays.stream(Step.values())
                .forEach(step -> require(moved.contains(step), "nothing moves the step " + step));
    }

    private void require(boolean condition, String otherwise) {
        DataFile.require(condition, file, otherwise);
    }
}
