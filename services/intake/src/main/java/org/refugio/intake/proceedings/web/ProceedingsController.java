package org.refugio.intake.proceedings.web;

import jakarta.validation.Valid;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.intake.cases.FindCases;
import org.refugio.intake.proceedings.RecordInterviewAttended;
import org.refugio.intake.proceedings.RecordSubmission;
import org.refugio.intake.proceedings.SetAuthorityInterview;
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
class ProceedingsController {

    private final FindCases findCases;
    private final RecordSubmission submission;
    private final SetAuthorityInterview interview;
    private final RecordInterviewAttended attendance;

    ProceedingsController(FindCases findCases, RecordSubmission submission, SetAuthorityInterview interview,
            RecordInterviewAttended attendance) {
        this.findCases = findCases;
        this.submission = submission;
        this.interview = interview;
        this.attendance = attendance;
    }

    @PostMapping("/submission")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<CommandReceipt> submission(Caller caller, CommandKey key, EntityTag seen,
            @PathVariable String caseId,
            @Valid @RequestBody RecordSubmission.Command command) {
        requireAccess(caller, caseId);
        return CommandResponses.of(submission.handle(caseId, command, seen, key, caller.id()));
    }

    @PostMapping("/authority-interview")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<CommandReceipt> interview(Caller caller, CommandKey key, EntityTag seen, @PathVariable String caseId,
            @Valid @RequestBody SetAuthorityInterview.Command command) {
        requireAccess(caller, caseId);
        return CommandResponses.of(interview.handle(caseId, command, seen, key, caller.id()));
    }

    @PostMapping("/interview-attended")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<CommandReceipt> attendance(Caller caller, CommandKey key, EntityTag seen,
            @PathVariable String caseId,
            @Valid @RequestBody RecordInterviewAttended.Command command) {
        requireAccess(caller, caseId);
        return CommandResponses.of(attendance.handle(caseId, command, seen, key, caller.id()));
    }

    private void requireAccess(Caller caller, String caseId) {
        caller.require(Permission.RECORD_PROCEEDINGS,
                findCases.find(caseId).orElseThrow(NotVisible::new).state().office());
    }
}
