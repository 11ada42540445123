package org.refugio.intake.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.refugio.access.Caller;
import org.refugio.access.Permission;
import org.refugio.access.RefusalException;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.audit.RequestAudit;
import org.refugio.access.web.input.PageNumber;
import org.refugio.intake.cases.CaseEncryption;
import org.refugio.intake.cases.CaseRefusal;
import org.refugio.intake.cases.FindCases;
import org.refugio.intake.cases.SearchCases;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists cases by queues, and finds them by what staff typed. */
@RestController
@RequestMapping("/v1/cases")
class CaseSearchController {

    private final FindCases findCases;
    private final SearchCases searchCases;
    private final CaseEncryption encryption;

    CaseSearchController(FindCases findCases, SearchCases searchCases, CaseEncryption encryption) {
        this.findCases = findCases;
        this.searchCases = searchCases;
        this.encryption = encryption;
    }

    @GetMapping
    @RequiresPermission(Permission.SEARCH_CASES)
    CasePage list(Caller caller, @RequestParam(required = false) String office,
            @RequestParam(required = false) String queue,
            @PageNumber(size = CasePage.SIZE) @RequestParam(defaultValue = "0") int page) {
        return CasePage.of(findCases.page(criteria(caller, office, queue), page * CasePage.SIZE, CasePage.SIZE + 1),
                page, encryption);
    }

    /** @param text what staff typed; it is in the body, because addresses are logged and remembered */
    record Search(@NotBlank @Size(max = 200) String text, String office, String queue,
            @Min(0) @Max(PageNumber.LAST) Integer page) {

        private int number() {
            return page == null ? 0 : page;
        }
    }

    @PostMapping("/search")
    @RequiresPermission(Permission.SEARCH_CASES)
    FoundCases search(Caller caller, HttpServletRequest request, @Valid @RequestBody Search search) {
        int number = search.number();
        SearchCases.Result result = searchCases.page(criteria(caller, search.office(), search.queue()), search.text(),
                number * CasePage.SIZE, CasePage.SIZE + 1);
        CasePage page = CasePage.of(result.cases(), number, encryption);
        RequestAudit.of(request).setShown("search:" + result.digest(),
                page.items().stream().map(CasePage.Item::caseId).toList());
        return new FoundCases(page.items(), number, page.more(), result.used(), result.unused());
    }

    private static FindCases.Criteria criteria(Caller caller, String office, String queue) {
        if (office != null) {
            caller.require(Permission.SEARCH_CASES, office);
        }
        Set<String> offices = office == null ? caller.officesFor(Permission.SEARCH_CASES) : Set.of(office);
        return new FindCases.Criteria(offices, queue(queue), caller.id());
    }

    /** A page of found cases, with the parts of the text that they match, and those that match nothing. */
    record FoundCases(List<CasePage.Item> items, int page, boolean more, List<String> used, List<String> unused) {}

    private static FindCases.Queue queue(String name) {
        return name == null || name.isBlank()
                ? null
                : FindCases.Queue.withName(name).orElseThrow(
                        () -> new RefusalException(new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.QUEUE)));
    }
}
