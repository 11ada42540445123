package org.refugio.messaging;

import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.spring.MessagingSettings;
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
    AggregateRepository<Tally> tallies(AggregateRepositoryFactory factory) {
        return factory.of("tallies", Tally.class, Tally::caseId, Indexes.ascending("state.office"));
    }

    @Component
    static class Handler implements EventHandler<IntakeEvent> {

        static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();
        static final List<String> DOWN = new CopyOnWriteArrayList<>();
        static final Set<String> SWELLING = ConcurrentHashMap.newKeySet();
        /** Where a process dies right after the effect: the cursor is not written any more. */
        static final List<String> DYING = new CopyOnWriteArrayList<>();

        /** How many events each instance has handled. */
        static final Map<String, Integer> BY_INSTANCE = new ConcurrentHashMap<>();

        private final AggregateRepository<Tally> tallies;
        private final MessagingSettings settings;

        Handler(AggregateRepository<Tally> tallies, MessagingSettings settings) {
            this.tallies = tallies;
            this.settings = settings;
        }

        @Override
        public Class<IntakeEvent> producer() {
            return IntakeEvent.class;
        }

        @Override
        public void on(IntakeEvent event, EventOrigin source) {
            BY_INSTANCE.merge(settings.instance(), 1, Integer::sum);
            if (BROKEN.contains(source.aggregate())) {
                throw new IllegalStateException("a fault of ours, with somebody's name in it");
            }
            if (DOWN.remove(source.aggregate())) {
                throw new TransientFailure("away for a moment", null);
            }
            switch (event) {
                case IntakeEvent.StepChanged step ->
                    count(step, source);
                case IntakeEvent.CaseOpened _,IntakeEvent.ContactChanged _,IntakeEvent.SubmissionRecorded _,IntakeEvent.AuthorityInterviewSet _,IntakeEvent.InterviewAttended _,IntakeEvent.DecisionRecorded _,IntakeEvent.FollowUpStarted _,IntakeEvent.Unknown _ -> {
                    // no effect
                }
            }
        }

        private void count(IntakeEvent.StepChanged step, EventOrigin source) {
            tallies.react(step.caseId(), source, found -> SWELLING.contains(step.caseId())
                    ? Decision.changed(new Tally("x".repeat(17_000_000), step.office(), 0, List.of()))
                    : count(found, step, source));
            if (DYING.remove(step.caseId())) {
                throw new TransientFailure("gone", new IllegalStateException("the words of a fault: Marisol"));
            }
        }

        private static Decision<Tally> count(Optional<Tally> found, IntakeEvent.StepChanged step, EventOrigin source) {
            Tally tally = found.orElse(new Tally(step.caseId(), step.office(), 0, List.of()));
            return Decision.changed(tally.step(source.sequence()),
                    new ChecklistCompleted(step.caseId(), step.office(), step.changedAt()));
        }
    }
}
