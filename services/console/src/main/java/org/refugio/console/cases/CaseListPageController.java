package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.typed;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.input.PageNumber;
import org.refugio.console.login.StaffUser;
import org.refugio.console.messages.OptOuts;
import org.refugio.console.services.IntakeClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The list of cases and their search. What is searched is in no address: addresses are logged and remembered. */
@Controller
class CaseListPageController {

    private final IntakeClient intake;
    private final OptOuts optOuts;

    CaseListPageController(IntakeClient intake, OptOuts optOuts) {
        this.intake = intake;
        this.optOuts = optOuts;
    }

    /** @param search the id of a search of this session */
    @GetMapping("/cases")
    @RequiresPermission(Permission.SEARCH_CASES)
    String list(StaffUser staff, Model page, HttpSession session, @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String queue, @RequestParam(defaultValue = "") String office,
            @PageNumber @RequestParam(name = "page", defaultValue = "0") int number) {
        if (search.isEmpty()) {
            show(staff, page, search, new RecentSearches.Search("", queue, office), number);
        } else {
            RecentSearches.of(session).find(search).ifPresentOrElse(
                    found -> show(staff, page, search, found, number), () -> gone(staff, page));
        }
        return "cases";
    }

    /** A live search gets its result at once and takes over the address of the search. */
    @PostMapping("/cases/search")
    @RequiresPermission(Permission.SEARCH_CASES)
    String search(StaffUser staff, Model page, HttpSession session, HttpServletResponse response,
            @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String live) {
        RecentSearches.Search search = new RecentSearches.Search(typed.getOrDefault("q", "").strip(),
                typed.getOrDefault("queue", ""), typed.getOrDefault("office", ""));
        String id = search.text().isEmpty() ? "" : RecentSearches.of(session).add(search);
        String address = address(id, search);
        if (live == null) {
            return "redirect:" + address;
        }
        response.setHeader("HX-Replace-Url", address);
        show(staff, page, id, search, 0);
        return "cases :: found";
    }

    private static String address(String id, RecentSearches.Search search) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
        if (id.isEmpty()) {
            address.queryParam("queue", "{queue}").queryParam("office", "{office}");
            return address.build(search.queue(), search.office()).toString();
        }
        return address.queryParam("search", id).toUriString();
    }

    private void show(StaffUser staff, Model page, String id, RecentSearches.Search search, int number) {
        Map<String, String> chosen = Map.of("queue", search.queue(), "office", search.office());
        String queue = typed(chosen, "queue");
        String office = typed(chosen, "office");
        JsonNode found = search.text().isEmpty()
                ? intake.list(queue, office, number)
                : intake.search(new IntakeClient.Search(search.text(), queue, office, number));
        show(staff, page, id, search, number, found);
    }

    private void gone(StaffUser staff, Model page) {
        page.addAttribute("gone", true);
        show(staff, page, "", new RecentSearches.Search("", "", ""), 0, MissingNode.getInstance());
    }

    private void show(StaffUser staff, Model page, String id, RecentSearches.Search search, int number,
            JsonNode found) {
        page.addAttribute("found", found).addAttribute("search", id).addAttribute("q", search.text())
                .addAttribute("queue", search.queue()).addAttribute("office", search.office())
                .addAttribute("number", number).addAttribute("offices", staff.offices(Permission.SEARCH_CASES))
                .addAttribute("optOuts", optOuts.among(staff,
                        found.path("items").valueStream().map(each -> each.path("caseId").asString("")).toList()))
                .addAttribute("used", texts(found.path("used"))).addAttribute("unused", texts(found.path("unused")));
    }

    private static String texts(JsonNode terms) {
        return terms.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }
}
