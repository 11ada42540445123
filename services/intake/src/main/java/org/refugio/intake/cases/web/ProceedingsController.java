package org.refugio.intake.cases.web;

import jakarta.validation.Valid;
import org.refugio.access.Answers;
import org.refugio.access.Caller;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.intake.cases.FindCases;
import org.refugio.intake.cases.RecordProceedings;
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
class ProceedingsController {

    private final FindCases find;
    private final RecordProceedings record;

    ProceedingsController(FindCases find, RecordProceedings record) {
        this.find = find;
        this.record = record;
    }

    @PostMapping("/submission")
    @Needs(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<Saved> submission(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody RecordProceedings.Submission command) {
        check(caller, caseId);
        return Answers.of(record.submission(caseId, command, key, caller.id()));
    }

    @PostMapping("/authority-interview")
    @Needs(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<Saved> interview(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody RecordProceedings.Interview command) {
        check(caller, caseId);
        return Answers.of(record.interview(caseId, command, key, caller.id()));
    }

    @PostMapping("/interview-attended")
    @Needs(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<Saved> attendance(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody RecordProceedings.Attendance command) {
        check(caller, caseId);
        return Answers.of(record.attendance(caseId, command, key, caller.id()));
    }

    @PostMapping("/decision")
    @Needs(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<Saved> decision(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody RecordProceedings.Notified command) {
        check(caller, caseId);
        return Answers.of(record.decision(caseId, command, key, caller.id()));
    }

    @PostMapping("/follow-up")
    @Needs(Permission.RECORD_PROCEEDINGS)
    ResponseEntity<Saved> followUp(Caller caller, CommandKey key, @PathVariable String caseId,
            @Valid @RequestBody RecordProceedings.FollowUp command) {
        check(caller, caseId);
        return Answers.of(record.followUp(caseId, command, key, caller.id()));
    }

    private void check(Caller caller, String caseId) {
        caller.require(Permission.RECORD_PROCEEDINGS,
                find.find(caseId).orElseThrow(NotYours::new).state().office());
    }
}
