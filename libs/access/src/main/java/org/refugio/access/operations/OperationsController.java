package org.refugio.access.operations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.refugio.access.Caller;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RefusalException;
import org.refugio.access.RequiresPermission;
import org.refugio.access.Unconditional;
import org.refugio.access.web.input.PageNumber;
import org.refugio.messaging.consumer.EventGap;
import org.refugio.messaging.consumer.ParkedEvents;
import org.refugio.messaging.operations.EventBacklog;
import org.refugio.messaging.operations.EventOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operator's routes, the same in every service: the backlog, the parked events and the missing ones. */
@RestController
class OperationsController {

    private static final int PAGE = 50;

    private final EventOperations operations;

    OperationsController(EventOperations operations) {
        this.operations = operations;
    }

    /** A page of parked records, oldest first, without their content. */
    record ParkedPage(List<ParkedEvents.Parked> items, int page, boolean more) {}

    /** The number of events that are not yet published or applied; ages in seconds. */
    record State(long pending, long pendingSeconds, long waiting, long waitingSeconds, long parked) {}

    /** A page of what operators have given up, newest first. */
    record DiscardedPage(List<ParkedEvents.Discarded> items, int page, boolean more) {}

    /** The aggregates that miss an event, those that have waited longest first; at most {@value #PAGE}. */
    record Gaps(List<EventGap> items) {}

    /**
     * What to give up, and why; no personal data.
     *
     * @param allLater whether all later events of the aggregate are given up too; no when absent
     */
    record Discard(@NotBlank @Size(max = 300) String reason, Boolean allLater) {}

    /**
     * A gap as the operator saw it, and why its missing events are given up; no personal data.
     *
     * @param after the position of the last applied event; 0 when none was
     * @param next the position of the first waiting event
     */
    record Skip(@NotBlank @Size(max = 40) String producer, @NotBlank @Size(max = 200) String aggregate,
            @PositiveOrZero long after, @Positive long next, @NotBlank @Size(max = 300) String reason) {}

    /** The id of the record that was replayed or discarded, or of the aggregate whose gap was skipped. */
    record Settled(String id) {}

    @GetMapping("/v1/operations/state")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    State state() {
        EventBacklog backlog = operations.backlog();
        return new State(backlog.pending(), backlog.pendingAge().toSeconds(), backlog.waiting(),
                backlog.waitingAge().toSeconds(), backlog.parked());
    }

    @GetMapping("/v1/operations/parked")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    ParkedPage parked(@PageNumber(size = PAGE) @RequestParam(defaultValue = "0") int page) {
        List<ParkedEvents.Parked> found = operations.parked(page * PAGE, PAGE + 1);
        return new ParkedPage(found.stream().limit(PAGE).toList(), page, found.size() > PAGE);
    }

    @PostMapping("/v1/operations/parked/{id}/replay")
    @Unconditional("A parked record never changes; one that is settled is not found")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    Settled replay(@PathVariable String id) {
        if (!operations.replay(id)) {
            throw new RefusalException(new StillAtFault());
        }
        return new Settled(id);
    }

    @PostMapping("/v1/operations/parked/{id}/discard")
    @Unconditional("A parked record never changes; one that is settled is not found")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    Settled discard(Caller caller, @PathVariable String id, @Valid @RequestBody Discard discard) {
        if (!operations.discard(id, Boolean.TRUE.equals(discard.allLater()), discard.reason(), caller.id())) {
            throw new NotVisible();
        }
        return new Settled(id);
    }

    @GetMapping("/v1/operations/discarded")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    DiscardedPage discarded(@PageNumber(size = PAGE) @RequestParam(defaultValue = "0") int page) {
        List<ParkedEvents.Discarded> found = operations.discarded(page * PAGE, PAGE + 1);
        return new DiscardedPage(found.stream().limit(PAGE).toList(), page, found.size() > PAGE);
    }

    @GetMapping("/v1/operations/gaps")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    Gaps gaps() {
        return new Gaps(operations.gaps(PAGE));
    }

    @PostMapping("/v1/operations/gaps/skip")
    @Unconditional("The body contains the gap as it was seen; one that has changed is refused")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    Settled skip(Caller caller, @Valid @RequestBody Skip skip) {
        EventGap seen = new EventGap(skip.producer(), skip.aggregate(), skip.after(), skip.next(), 0, null);
        if (!operations.skip(seen, skip.reason(), caller.id())) {
            throw new RefusalException(new GapChanged());
        }
        return new Settled(skip.aggregate());
    }
}
