package org.refugio.document.checklist;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.contracts.DocumentEvent.DocumentAccepted;
import org.refugio.contracts.DocumentEvent.DocumentReturned;
import org.refugio.contracts.DocumentEvent.ItemWaived;
import org.refugio.contracts.Event;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/**
 * A reviewer's decision about an item: accepted, returned with a reason, or waived with a reason. It may be changed.
 */
@Component
public class ReviewItem {

    /** The file that was reviewed. */
    public record Accept(@NotBlank String uploadId) {}

    /** The file that was reviewed, and what the person should do. */
    public record Return(@NotBlank String uploadId, @NotBlank @Size(max = 2000) String reason) {}

    /** Why the item is not needed. */
    public record Waive(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * The line to decide about.
     *
     * @param seen the entity tag of the checklist that the reviewer saw
     */
    public record Line(String caseId, String itemId, EntityTag seen) {}

    private final AggregateRepository<Checklist> checklists;
    private final Privacy privacy;
    private final DomainClock clock;

    ReviewItem(AggregateRepository<Checklist> checklists, Privacy privacy, DomainClock clock) {
        this.checklists = checklists;
        this.privacy = privacy;
        this.clock = clock;
    }

    public CommandOutcome accept(Line line, Accept command, CommandKey key, String by) {
        return reviewNewest(line, command.uploadId(), key,
                list -> new Verdict(ItemState.ACCEPTED, null, new DocumentAccepted(line.caseId(), list.office(),
                        line.itemId(), command.uploadId(), by, clock.instant())));
    }

    public CommandOutcome sendBack(Line line, Return command, CommandKey key, String by) {
        return reviewNewest(line, command.uploadId(), key, list -> {
            Sealed reason = privacy.seal(Subject.ofCase(line.caseId()), command.reason());
            return new Verdict(ItemState.RETURNED, reason, new DocumentReturned(line.caseId(), list.office(),
                    line.itemId(), command.uploadId(), reason, by, clock.instant()));
        });
    }

    public CommandOutcome waive(Line line, Waive command, CommandKey key, String by) {
        return reviewItem(line, key, (list, item) -> {
            Sealed reason = privacy.seal(Subject.ofCase(line.caseId()), command.reason());
            return apply(list, item, new Verdict(ItemState.WAIVED, reason, new ItemWaived(line.caseId(), list.office(),
                    line.itemId(), reason, by, clock.instant())));
        });
    }

    private record Verdict(ItemState state, Sealed reason, Event event) {}

    private interface ItemDecision {

        Decision<Checklist> decide(Checklist list, ChecklistItem item);
    }

    private CommandOutcome reviewNewest(Line line, String uploadId, CommandKey key,
            Function<Checklist, Verdict> verdict) {
        return reviewItem(line, key, (list, item) -> {
            boolean isNewest = item.newest().filter(each -> each.uploadId().equals(uploadId)).isPresent();
            return isNewest
                    ? apply(list, item, verdict.apply(list))
                    : Decision.refused(new ChecklistRefusal.NotTheNewestFile());
        });
    }

    private CommandOutcome reviewItem(Line line, CommandKey key, ItemDecision decision) {
        return checklists.change(line.caseId(), key,
                list -> list.line(line.itemId())
                        .map(item -> item.outdated(line.seen()).<Decision<Checklist>>map(Decision::refused)
                                .orElseGet(() -> decision.decide(list, item)))
                        .orElseGet(() -> Decision.refused(new ChecklistRefusal.NoSuchLine())));
    }

    private Decision<Checklist> apply(Checklist before, ChecklistItem line, Verdict verdict) {
        if (line.state() == ItemState.ACCEPTED && verdict.state() == ItemState.ACCEPTED) {
            return Decision.unchanged();
        }
        Checklist after = before.with(line.withState(verdict.state(), verdict.reason()));
        List<Event> events = new ArrayList<>(List.of(verdict.event()));
        if (after.isComplete() && !before.isComplete()) {
            Instant at = clock.instant();
            events.add(new ChecklistCompleted(before.caseId(), before.office(), at));
        }
        return new Decision.Changed<>(after, events);
    }
}
