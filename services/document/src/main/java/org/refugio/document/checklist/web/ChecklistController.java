package org.refugio.document.checklist.web;

import jakarta.validation.Valid;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.document.checklist.Checklist;
import org.refugio.document.checklist.ReviewItem;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.privacy.Privacy;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/cases/{caseId}")
class ChecklistController {

    private final AggregateRepository<Checklist> checklists;
    private final ReviewItem review;
    private final Privacy privacy;

    ChecklistController(AggregateRepository<Checklist> checklists, ReviewItem review, Privacy privacy) {
        this.checklists = checklists;
        this.review = review;
        this.privacy = privacy;
    }

    @GetMapping("/checklist")
    @RequiresPermission(Permission.READ_DOCUMENTS)
    ResponseEntity<ChecklistView> read(Caller caller, @PathVariable String caseId) {
        StoredAggregate<Checklist> found = found(caller, Permission.READ_DOCUMENTS, caseId);
        return ResponseEntity.ok().eTag(found.state().tag().quoted()).body(ChecklistView.of(found, privacy));
    }

    @PostMapping("/items/{itemId}/accept")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    ResponseEntity<CommandReceipt> accept(Caller caller, CommandKey key, EntityTag seen, @PathVariable String caseId,
            @PathVariable String itemId, @Valid @RequestBody ReviewItem.Accept command) {
        found(caller, Permission.REVIEW_DOCUMENT, caseId);
        return CommandResponses.of(review.accept(new ReviewItem.Line(caseId, itemId, seen), command, key, caller.id()));
    }

    @PostMapping("/items/{itemId}/return")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    ResponseEntity<CommandReceipt> sendBack(Caller caller, CommandKey key, EntityTag seen, @PathVariable String caseId,
            @PathVariable String itemId, @Valid @RequestBody ReviewItem.Return command) {
        found(caller, Permission.REVIEW_DOCUMENT, caseId);
        return CommandResponses
                .of(review.sendBack(new ReviewItem.Line(caseId, itemId, seen), command, key, caller.id()));
    }

    @PostMapping("/items/{itemId}/waive")
    @RequiresPermission(Permission.REVIEW_DOCUMENT)
    ResponseEntity<CommandReceipt> waive(Caller caller, CommandKey key, EntityTag seen, @PathVariable String caseId,
            @PathVariable String itemId, @Valid @RequestBody ReviewItem.Waive command) {
        found(caller, Permission.REVIEW_DOCUMENT, caseId);
        return CommandResponses.of(review.waive(new ReviewItem.Line(caseId, itemId, seen), command, key, caller.id()));
    }

    private StoredAggregate<Checklist> found(Caller caller, Permission permission, String caseId) {
        StoredAggregate<Checklist> found = checklists.find(caseId).orElseThrow(NotVisible::new);
        caller.require(permission, found.state().office());
        return found;
    }
}
