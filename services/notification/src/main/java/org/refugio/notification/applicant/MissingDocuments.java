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

/** Which papers are still to come, per case. */
@Component
public class MissingDocuments {

    private final AggregateRepository<Missing> papers;

    /** The lines that are missing or were returned. */
    record Missing(String caseId, List<String> items) {}

    MissingDocuments(AggregateRepositoryFactory factory) {
        this.papers = factory.of("papers", Missing.class, Missing::caseId);
    }

    public void opened(String caseId, List<ChecklistLine> lines, EventOrigin source) {
        papers.react(caseId, source, found -> found.isPresent()
                ? Decision.unchanged()
                : Decision.changed(new Missing(caseId, lines.stream().map(ChecklistLine::itemId).toList())));
    }

    /** Somebody brought it, or it is not needed. */
    public void settled(String caseId, String itemId, EventOrigin source) {
        papers.react(caseId, source, found -> found.map(each -> {
            List<String> items = new ArrayList<>(each.items());
            items.remove(itemId);
            return Decision.changed(new Missing(caseId, items));
        }).orElseGet(Decision::unchanged));
    }

    /** It must be brought again. */
    public void returned(String caseId, String itemId, EventOrigin source) {
        papers.react(caseId, source, found -> found.map(each -> {
            Set<String> items = new LinkedHashSet<>(each.items());
            items.add(itemId);
            return Decision.changed(new Missing(caseId, List.copyOf(items)));
        }).orElseGet(Decision::unchanged));
    }

    List<String> missing(String caseId) {
        return papers.find(caseId).map(StoredAggregate::state).map(Missing::items).orElse(List.of());
    }
}
