package org.refugio.intake.cases;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** Finds cases by what staff know of them, within the offices that they may see. */
@Component
public class FindCases {

    private final AggregateRepository<Case> cases;
    private final CaseEncryption sealing;

    FindCases(AggregateRepository<Case> cases, CaseEncryption sealing) {
        this.cases = cases;
        this.sealing = sealing;
    }

    /** One case. */
    public Optional<StoredAggregate<Case>> find(String caseId) {
        return cases.find(caseId);
    }

    /**
     * What is asked for.
     *
     * @param query a reference, a phone or the beginnings of names; null for all
     * @param queue a work queue; null for all
     * @param by who asks, an id
     */
    public record Asked(Set<String> offices, String query, Queue queue, String by) {}

    /** A page, newest first. */
    public List<StoredAggregate<Case>> page(Asked asked, int skip, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (asked.query() != null && !asked.query().isBlank()) {
            sealing.asked(asked.query().strip()).forEach(token -> filters.add(Filters.eq("state.tokens", token)));
            if (filters.isEmpty()) {
                return List.of(); // a query without a letter or digit asks for nothing that we have
            }
        }
        filters.add(Filters.in("state.office", asked.offices()));
        if (asked.queue() != null) {
            filters.add(asked.queue().filter(asked.by()));
        }
        return cases.where(Filters.and(filters), Sorts.descending("state.opening.openedAt", "_id"), skip, limit);
    }

    /** The work queues that a case's own state answers. */
    public enum Queue {
        /** No consultation is booked yet. */
        NEW,
        /** Papers are still to come, and may still count. */
        MISSING_DOCUMENTS,
        /** Filed, and not decided. */
        WAITING_DECISION,
        /** Opened by the person who asks. */
        MINE,
        /** All of the office. */
        OFFICE;

        /** By its name in the address, for instance {@code missing-documents}. */
        public static Optional<Queue> named(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)).findFirst();
        }

        private Bson filter(String by) {
            return switch (this) {
                case NEW -> Filters.exists("state.steps.progress." + Step.INITIAL_CONSULTATION, false);
                case MISSING_DOCUMENTS -> Filters.and(
                        Filters.ne("state.steps.progress." + Step.DOCUMENT_GATHERING + ".status",
                                StepStatus.DONE.name()),
                        Filters.exists("state.proceedings.decision", false));
                case WAITING_DECISION -> Filters.and(Filters.exists("state.proceedings.submission"),
                        Filters.exists("state.proceedings.decision", false));
                case MINE -> Filters.eq("state.opening.openedBy", by);
                case OFFICE -> Filters.empty();
            };
        }
    }
}
