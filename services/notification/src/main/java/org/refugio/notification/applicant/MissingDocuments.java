package org.refugio.notification.applicant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.refugio.contracts.ChecklistLine;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** The documents that are still missing, per case. */
@Component
public class MissingDocuments {

    private final AggregateRepository<Missing> documents;

    /** The checklist items that are missing or were returned. */
    record Missing(String caseId, List<String> items) {}

    MissingDocuments(AggregateRepositoryFactory factory) {
        this.documents = factory.of("papers", Missing.class, Missing::caseId);
    }

    public void initialize(String caseId, List<ChecklistLine> lines, EventOrigin source) {
        documents.reactByCreating(caseId, source, found -> found.isPresent()
                ? Decision.unchanged()
                : Decision.changed(new Missing(caseId, lines.stream().map(ChecklistLine::itemId).toList())));
    }

    /** The item was uploaded or waived. */
    public void remove(String caseId, String itemId, EventOrigin source) {
        documents.react(caseId, source, found -> found.map(each -> {
            List<String> items = new ArrayList<>(each.items());
            items.remove(itemId);
            return Decision.changed(new Missing(caseId, items));
        }).orElseGet(Decision::unchanged));
    }

    /** The item was returned and must be uploaded again. */
    public void add(String caseId, String itemId, EventOrigin source) {
        documents.react(caseId, source, found -> found.map(each -> {
            Set<String> items = new LinkedHashSet<>(each.items());
            items.add(itemId);
            return Decision.changed(new Missing(caseId, List.copyOf(items)));
        }).orElseGet(Decision::unchanged));
    }

    List<String> missing(String caseId) {
        return documents.find(caseId).map(StoredAggregate::state).map(Missing::items).orElse(List.of());
    }
}
