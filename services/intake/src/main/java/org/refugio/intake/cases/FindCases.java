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

/** Finds cases by work queues, within the offices that the caller may see. */
@Component
public class FindCases {

    private final AggregateRepository<Case> cases;

    FindCases(AggregateRepository<Case> cases) {
        this.cases = cases;
    }

    /** One case. */
    public Optional<StoredAggregate<Case>> find(String caseId) {
        return cases.find(caseId);
    }

    /**
     * The criteria.
     *
     * @param queue a work queue; null for all
     * @param by the id of the user
     */
    public record Criteria(Set<String> offices, Queue queue, String by) {}

    /** A page, newest first. */
    public List<StoredAggregate<Case>> page(Criteria criteria, int skip, int limit) {
        return page(criteria, List.of(), skip, limit);
    }

    List<StoredAggregate<Case>> page(Criteria criteria, List<Bson> conditions, int skip, int limit) {
        List<Bson> filters = new ArrayList<>(conditions);
        filters.add(Filters.in("state.office", criteria.offices()));
        if (criteria.queue() != null) {
            filters.add(criteria.queue().filter(criteria.by()));
        }
        return cases.where(Filters.and(filters), Sorts.descending("state.opening.openedAt", "_id"), skip, limit);
    }

    /** The work queues, which are computed from the state of the cases. */
    public enum Queue {
        /** No consultation is booked yet. */
        NEW,
        /** Documents are missing, and the case is not decided. */
        MISSING_DOCUMENTS,
        /** The application was filed and is not decided. */
        WAITING_DECISION,
        /** Opened by the user. */
        MINE,
        /** All cases of the office. */
        OFFICE;

        /** By its name in the URL, for instance {@code missing-documents}. */
        public static Optional<Queue> withName(String name) {
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
