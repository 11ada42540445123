package org.refugio.procedure.process;

import java.util.List;
import org.refugio.contracts.DecisionOutcome;

/**
 * A deadline that a case has for a time.
 *
 * @param rule the id of a rule of the legal clock
 * @param after the action whose day starts the count; null for the day of entry
 * @param until the action that ends it
 * @param outcomes the outcomes of the decision after which it runs; empty where it does not depend on the decision
 */
public record CaseDeadlineRule(String rule, CaseAction after, CaseAction until, List<DecisionOutcome> outcomes) {

    public CaseDeadlineRule {
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    }
}
