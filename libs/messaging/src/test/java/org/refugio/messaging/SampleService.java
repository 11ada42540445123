package org.refugio.messaging;

import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
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

/** A minimal service that counts the steps of each case. */
@SpringBootApplication
class SampleService {

    /** The number of steps of a case and the positions of the events that caused them. */
    record Tally(String caseId, String office, int steps, List<Long> order) {

        Tally step(long sequence) {
            List<Long> extended = new ArrayList<>(order);
            extended.add(sequence);
            return new Tally(caseId, office, steps + 1, extended);
        }
    }

    @Bean
    AggregateRepository<Tally> tallies(AggregateRepositoryFactory factory) {
        return factory.of("tallies", Tally.class, Tally::caseId, Indexes.ascending("state.office"));
    }

    @Component
    static class Handler implements EventHandler<IntakeEvent> {

        /** The cases whose events fail with an unexpected exception. */
        static final Set<String> FAILING = ConcurrentHashMap.newKeySet();
        /** The cases whose next event fails with a transient failure, before its effect. */
        static final List<String> UNAVAILABLE_ONCE = new CopyOnWriteArrayList<>();
        /** The cases whose state becomes too large for the store. */
        static final Set<String> OVERSIZED = ConcurrentHashMap.newKeySet();
        /** The cases whose next event fails after its effect and before the cursor advances, as in a crash. */
        static final List<String> CRASHING_ONCE = new CopyOnWriteArrayList<>();
        /** The number of events that each instance has handled. */
        static final Map<String, Integer> HANDLED_BY_INSTANCE = new ConcurrentHashMap<>();

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
            HANDLED_BY_INSTANCE.merge(settings.instance(), 1, Integer::sum);
            if (FAILING.contains(source.aggregate())) {
                throw new IllegalStateException("unexpected, about Marisol");
            }
            if (UNAVAILABLE_ONCE.remove(source.aggregate())) {
                throw new TransientFailure("unavailable", null);
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
            tallies.react(step.caseId(), source, found -> OVERSIZED.contains(step.caseId())
                    ? Decision.changed(new Tally("x".repeat(17_000_000), step.office(), 0, List.of()))
                    : count(found, step, source));
            if (CRASHING_ONCE.remove(step.caseId())) {
                throw new TransientFailure("crashed", new IllegalStateException("about Marisol"));
            }
        }

        private static Decision<Tally> count(Optional<Tally> found, IntakeEvent.StepChanged step, EventOrigin source) {
            Tally tally = found.orElse(new Tally(step.caseId(), step.office(), 0, List.of()));
            return Decision.changed(tally.step(source.sequence()),
                    new ChecklistCompleted(step.caseId(), step.office(), step.changedAt()));
        }
    }
}
