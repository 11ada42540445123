package org.refugio.messaging;

import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.contracts.IntakeEvent;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** A service as small as one can be: it counts what happens to each case. */
@SpringBootApplication
class SampleService {

    /** What it keeps of a case. */
    record Tally(String caseId, String office, int steps, List<Long> order) {

        Tally step(long sequence) {
            List<Long> longer = new java.util.ArrayList<>(order);
            longer.add(sequence);
            return new Tally(caseId, office, steps + 1, longer);
        }
    }

    @Bean
    Aggregates<Tally> tallies(AggregateFactory factory) {
        return factory.of("tallies", Tally.class, Tally::caseId, Indexes.ascending("state.office"));
    }

    @Component
    static class Handler implements EventHandler<IntakeEvent> {

        static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();
        static final List<String> DOWN = new CopyOnWriteArrayList<>();

        private final Aggregates<Tally> tallies;

        Handler(Aggregates<Tally> tallies) {
            this.tallies = tallies;
        }

        @Override
        public Class<IntakeEvent> producer() {
            return IntakeEvent.class;
        }

        @Override
        public void on(IntakeEvent event, SourceEvent source) {
            if (BROKEN.contains(source.aggregate())) {
                throw new IllegalStateException("a fault of ours, with somebody's name in it");
            }
            if (DOWN.remove(source.aggregate())) {
                throw new TransientFailure("away for a moment", null);
            }
            switch (event) {
                case IntakeEvent.StepChanged step ->
                    tallies.react(step.caseId(), source, found -> count(found, step, source));
                case IntakeEvent.CaseOpened _,IntakeEvent.ContactChanged _,IntakeEvent.SubmissionRecorded _,IntakeEvent.AuthorityInterviewSet _,IntakeEvent.InterviewAttended _,IntakeEvent.DecisionRecorded _,IntakeEvent.FollowUpStarted _,IntakeEvent.Unknown _ -> {
                    // no effect
                }
            }
        }

        private static Decision<Tally> count(Optional<Tally> found, IntakeEvent.StepChanged step, SourceEvent source) {
            Tally tally = found.orElse(new Tally(step.caseId(), step.office(), 0, List.of()));
            return Decision.changed(tally.step(source.sequence()),
                    new ChecklistCompleted(step.caseId(), step.office(), step.changedAt()));
        }
    }
}
