package org.refugio.intake.cases;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Stored;
import org.springframework.stereotype.Component;

/** Finds cases by what staff know of them, within the offices that they may see. */
@Component
public class FindCases {

    private static final String REFERENCE = "[A-Za-z]{3}-\\d{1,9}";

    private final Aggregates<Case> cases;
    private final CaseSealing sealing;

    FindCases(Aggregates<Case> cases, CaseSealing sealing) {
        this.cases = cases;
        this.sealing = sealing;
    }

    /** One case. */
    public Optional<Stored<Case>> find(String caseId) {
        return cases.find(caseId);
    }

    /**
     * A page, newest first.
     *
     * @param query a reference, a phone or the beginnings of names; null for all
     * @param queue a work queue; null for all
     */
    public List<Stored<Case>> page(Set<String> offices, String query, Queue queue, int skip, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (query != null && !query.isBlank()) {
            filters.addAll(asked(query.strip()));
        }
        filters.add(Filters.in("state.office", offices));
        if (queue != null) {
            filters.add(queue.filter());
        }
        return cases.where(Filters.and(filters), Sorts.descending("state.opening.openedAt", "_id"), skip, limit);
    }

    private List<Bson> asked(String query) {
        if (query.matches(REFERENCE)) {
            return List.of(Filters.eq("state.reference", query.toUpperCase(Locale.ROOT)));
        }
        return sealing.asked(query).stream().map(token -> Filters.eq("state.tokens", token)).toList();
    }

    /** The work queues that a case's own state answers. */
    public enum Queue {
        /** No consultation is booked yet. */
        NEW(Filters.exists("state.steps.progress." + Step.INITIAL_CONSULTATION, false)),
        /** Papers are still to come. */
        MISSING_DOCUMENTS(Filters.ne("state.steps.progress." + Step.DOCUMENT_GATHERING + ".status",
                StepStatus.DONE.name())),
        /** Filed, and not decided. */
        WAITING_DECISION(Filters.and(Filters.exists("state.proceedings.submission"),
                Filters.exists("state.proceedings.decision", false)));

        private final Bson filter;

        Queue(Bson filter) {
            this.filter = filter;
        }

        Bson filter() {
            return filter;
        }
    }
}
