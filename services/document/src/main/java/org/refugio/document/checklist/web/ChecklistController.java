package org.refugio.document.checklist.web;

import jakarta.validation.Valid;
import org.refugio.access.Answers;
import org.refugio.access.Caller;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.document.checklist.Checklist;
import org.refugio.document.checklist.ReviewLine;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Saved;
import org.refugio.messaging.Stored;
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

    private final Aggregates<Checklist> checklists;
    private final ReviewLine review;
    private final Privacy privacy;

    ChecklistController(Aggregates<Checklist> checklists, ReviewLine review, Privacy privacy) {
        this.checklists = checklists;
        this.review = review;
        this.privacy = privacy;
    }

    @GetMapping("/checklist")
    @Needs(Permission.READ_DOCUMENTS)
    ChecklistView read(Caller caller, @PathVariable String caseId) {
        return ChecklistView.of(found(caller, Permission.READ_DOCUMENTS, caseId), privacy);
    }

    @PostMapping("/items/{itemId}/accept")
    @Needs(Permission.REVIEW_DOCUMENT)
    ResponseEntity<Saved> accept(Caller caller, CommandKey key, @PathVariable String caseId,
            @PathVariable String itemId, @Valid @RequestBody ReviewLine.Accept command) {
        found(caller, Permission.REVIEW_DOCUMENT, caseId);
        return Answers.of(review.accept(caseId, itemId, command, key, caller.id()));
    }

    @PostMapping("/items/{itemId}/return")
    @Needs(Permission.REVIEW_DOCUMENT)
    ResponseEntity<Saved> sendBack(Caller caller, CommandKey key, @PathVariable String caseId,
            @PathVariable String itemId, @Valid @RequestBody ReviewLine.Return command) {
        found(caller, Permission.REVIEW_DOCUMENT, caseId);
        return Answers.of(review.sendBack(caseId, itemId, command, key, caller.id()));
    }

    @PostMapping("/items/{itemId}/waive")
    @Needs(Permission.REVIEW_DOCUMENT)
    ResponseEntity<Saved> waive(Caller caller, CommandKey key, @PathVariable String caseId,
            @PathVariable String itemId, @Valid @RequestBody ReviewLine.Waive command) {
        found(caller, Permission.REVIEW_DOCUMENT, caseId);
        return Answers.of(review.waive(caseId, itemId, command, key, caller.id()));
    }

    private Stored<Checklist> found(Caller caller, Permission permission, String caseId) {
        Stored<Checklist> found = checklists.find(caseId).orElseThrow(NotYours::new);
        caller.require(permission, found.state().office());
        return found;
    }
}
