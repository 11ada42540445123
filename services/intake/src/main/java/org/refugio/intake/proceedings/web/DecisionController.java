package org.refugio.intake.proceedings.web;

import jakarta.validation.Valid;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.intake.cases.FindCases;
import org.refugio.intake.proceedings.RecordDecision;
import org.refugio.intake.proceedings.StartFollowUp;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
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
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<CommandReceipt> decision(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody RecordDecision.Command command) {
        check(caller, caseId);
        return CommandResponses.of(decision.handle(caseId, command, key, caller.id()));
    }

    @PostMapping("/follow-up")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<CommandReceipt> followUp(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody StartFollowUp.Command command) {
        check(caller, caseId);
        return CommandResponses.of(followUp.handle(caseId, command, key, caller.id()));
    }

    private void check(Caller caller, String caseId) {
        caller.require(Permission.RECORD_PROCEEDINGS,
                find.find(caseId).orElseThrow(NotVisible::new).state().office());
    }
}
