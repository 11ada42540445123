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
import org.refugio.messaging.command.EntityTag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/cases/{caseId}")
class DecisionController {

    private final FindCases findCases;
    private final RecordDecision decision;
    private final StartFollowUp followUp;

    DecisionController(FindCases findCases, RecordDecision decision, StartFollowUp followUp) {
        this.findCases = findCases;
        this.decision = decision;
        this.followUp = followUp;
    }

    @PostMapping("/decision")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<CommandReceipt> decision(Caller caller, CommandKey key, EntityTag seen, @PathVariable String caseId,
            @Valid @RequestBody RecordDecision.Command command) {
        requireAccess(caller, caseId);
        return CommandResponses.of(decision.handle(caseId, command, seen, key, caller.id()));
    }

    @PostMapping("/follow-up")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<CommandReceipt> followUp(Caller caller, CommandKey key, EntityTag seen, @PathVariable String caseId,
            @Valid @RequestBody StartFollowUp.Command command) {
        requireAccess(caller, caseId);
        return CommandResponses.of(followUp.handle(caseId, command, seen, key, caller.id()));
    }

    private void requireAccess(Caller caller, String caseId) {
        caller.require(Permission.RECORD_PROCEEDINGS,
                findCases.find(caseId).orElseThrow(NotVisible::new).state().office());
    }
}
