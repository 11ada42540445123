package org.refugio.intake.cases.web;

import jakarta.validation.Valid;
import java.util.Set;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RefusalException;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.input.PageNumber;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseEncryption;
import org.refugio.intake.cases.CaseRefusal;
import org.refugio.intake.cases.ChangeContact;
import org.refugio.intake.cases.FindCases;
import org.refugio.intake.cases.OpenCase;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/cases")
class CaseController {

    private final FindCases findCases;
    private final OpenCase openCase;
    private final ChangeContact changeContact;
    private final CaseEncryption encryption;

    CaseController(FindCases findCases, OpenCase openCase, ChangeContact changeContact, CaseEncryption encryption) {
        this.findCases = findCases;
        this.openCase = openCase;
        this.changeContact = changeContact;
        this.encryption = encryption;
    }

    @PostMapping
    @RequiresPermission(Permission.OPEN_CASE)
    ResponseEntity<CommandReceipt> open(Caller caller, CommandKey key, @Valid @RequestBody OpenCase.Command command) {
        caller.require(Permission.OPEN_CASE, command.office());
        return CommandResponses.of(openCase.handle(command, key, caller.id()));
    }

    @GetMapping
    @RequiresPermission(Permission.SEARCH_CASES)
    CasePage list(Caller caller, @RequestParam(required = false) String office,
            @RequestParam(required = false) String q, @RequestParam(required = false) String queue,
            @PageNumber(size = CasePage.SIZE) @RequestParam(defaultValue = "0") int page) {
        if (office != null) {
            caller.require(Permission.SEARCH_CASES, office);
        }
        Set<String> offices = office == null ? caller.officesFor(Permission.SEARCH_CASES) : Set.of(office);
        return CasePage.of(findCases.page(new FindCases.Criteria(offices, q, queue(queue), caller.id()),
                page * CasePage.SIZE,
                CasePage.SIZE + 1), page, encryption);
    }

    private static FindCases.Queue queue(String name) {
        return name == null || name.isBlank()
                ? null
                : FindCases.Queue.withName(name).orElseThrow(
                        () -> new RefusalException(new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.QUEUE)));
    }

    @GetMapping("/{caseId}")
    @RequiresPermission(Permission.READ_CASE)
    ResponseEntity<CaseView> read(Caller caller, @PathVariable String caseId) {
        StoredAggregate<Case> found = findCases.find(caseId).orElseThrow(NotVisible::new);
        caller.require(Permission.READ_CASE, found.state().office());
        return ResponseEntity.ok().eTag(found.state().tag().quoted()).body(CaseView.of(found, encryption));
    }

    @PostMapping("/{caseId}/contact")
    @RequiresPermission(Permission.CHANGE_CONTACT)
    ResponseEntity<CommandReceipt> contact(Caller caller, CommandKey key, EntityTag seen, @PathVariable String caseId,
            @Valid @RequestBody ChangeContact.Command command) {
        caller.require(Permission.CHANGE_CONTACT, officeOf(caseId));
        return CommandResponses.of(changeContact.handle(caseId, command, seen, key, caller.id()));
    }

    private String officeOf(String caseId) {
        return findCases.find(caseId).orElseThrow(NotVisible::new).state().office();
    }
}
