package org.refugio.intake.proceedings.web;

import jakarta.validation.Valid;
import org.refugio.access.Answers;
import org.refugio.access.Caller;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.intake.cases.FindCases;
import org.refugio.intake.proceedings.RecordDecision;
import org.refugio.intake.proceedings.StartFollowUp;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Saved;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/cases/{caseId}")
class DecisionController {

    private final FindCases find;
    private final RecordDecision decision;
    private final StartFollowUp followUp;

    DecisionController(FindCases find, RecordDecision decision, StartFollowUp followUp) {
        this.find = find;
        this.decision = decision;
        this.followUp = followUp;
    }

    @PostMapping("/decision")
    @Needs(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<Saved> decision(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody RecordDecision.Command command) {
        check(caller, caseId);
        return Answers.of(decision.handle(caseId, command, key, caller.id()));
    }

    @PostMapping("/follow-up")
    @Needs(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<Saved> followUp(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody StartFollowUp.Command command) {
        check(caller, caseId);
        return Answers.of(followUp.handle(caseId, command, key, caller.id()));
    }

    private void check(Caller caller, String caseId) {
        caller.require(Permission.RECORD_PROCEEDINGS,
                find.find(caseId).orElseThrow(NotYours::new).state().office());
    }
}
