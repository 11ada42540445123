package org.refugio.access.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.refugio.access.refusals.ChangedSince;
import org.refugio.access.refusals.TooEarly;
import org.refugio.messaging.command.Refusal;
import org.refugio.procedure.process.ActionDenial;

class RefusalExamplesTest {

    /** Its rule is the denial's, which may be a row of a table. */
    record Denied(ActionDenial denial) implements Refusal {

        @Override
        public String rule() {
            return denial.rule();
        }

        @Override
        public Class<?> textOwner() {
            return ActionDenial.class;
        }
    }

    @Test
    void aRefusalHasTheRuleOfItsNameAndItsKind() {
        assertThat(RefusalExamples.rules(TooEarly.class))
                .containsExactly(new RefusalExamples.Rule("too-early", Refusal.Kind.CONFLICT));
        assertThat(RefusalExamples.rules(ChangedSince.class))
                .containsExactly(new RefusalExamples.Rule("changed-since", Refusal.Kind.OUTDATED));
    }

    @Test
    void aRuleOfATableIsOneOfThoseThatHaveAText() {
        assertThat(RefusalExamples.rules(Denied.class)).extracting(RefusalExamples.Rule::name)
                .contains("already-recorded", "nothing-to-correct", "decision-not-recorded").doesNotContainNull();
    }
}
