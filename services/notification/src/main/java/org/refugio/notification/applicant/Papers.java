package org.refugio.notification.applicant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.refugio.contracts.ChecklistLine;
import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.SourceEvent;
import org.refugio.messaging.Stored;
import org.springframework.stereotype.Component;

/** Which papers are still to come, per case. */
@Component
public class Papers {

    private final Aggregates<Missing> papers;

    /** The lines that are missing or were returned. */
    record Missing(String caseId, List<String> items) {}

    Papers(AggregateFactory factory) {
        this.papers = factory.of("papers", Missing.class, Missing::caseId);
    }

    public void opened(String caseId, List<ChecklistLine> lines, SourceEvent source) {
        papers.react(caseId, source, found -> found.isPresent()
                ? Decision.unchanged()
                : Decision.changed(new Missing(caseId, lines.stream().map(ChecklistLine::itemId).toList())));
    }

    /** Somebody brought it, or it is not needed. */
    public void settled(String caseId, String itemId, SourceEvent source) {
        papers.react(caseId, source, found -> found.map(each -> {
            List<String> items = new ArrayList<>(each.items());
            items.remove(itemId);
            return Decision.changed(new Missing(caseId, items));
        }).orElseGet(Decision::unchanged));
    }

    /** It must be brought again. */
    public void returned(String caseId, String itemId, SourceEvent source) {
        papers.react(caseId, source, found -> found.map(each -> {
            Set<String> items = new LinkedHashSet<>(each.items());
            items.add(itemId);
            return Decision.changed(new Missing(caseId, List.copyOf(items)));
        }).orElseGet(Decision::unchanged));
    }

    List<String> missing(String caseId) {
        return papers.find(caseId).map(Stored::state).map(Missing::items).orElse(List.of());
    }
}
