package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.field;
import static org.refugio.console.pages.PageForm.typed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.drafts.IntakeDrafts;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.pages.LanguageFormatter;
import org.refugio.console.pages.PageForm.Option;
import org.refugio.console.pages.PageForm;
import org.refugio.console.services.IntakeClient;
import org.refugio.console.services.OptionalAnswer;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.contracts.PersonDetails;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.MissingNode;

@Controller
class OpenCasePageController {

    private static final int PHONE = 10;
    private static final int NAME = 3;
    /** The characters of a field that are compared; intake reads 200 in all. */
    private static final int MATCHED = 99;

    private final IntakeClient intake;
    private final CommandRedirect redirect;
    private final LanguageFormatter languages;
    private final IntakeDrafts drafts;

    OpenCasePageController(IntakeClient intake, CommandRedirect redirect, LanguageFormatter languages,
            IntakeDrafts drafts) {
        this.intake = intake;
        this.redirect = redirect;
        this.languages = languages;
        this.drafts = drafts;
    }

    @GetMapping("/cases/new")
    @RequiresPermission(Permission.OPEN_CASE)
    String ask(StaffUser staff, Model page, @RequestParam(defaultValue = "") String draft) {
        String user = staff.caller().id();
        PageForm form = drafts.find(draft, user)
                .map(each -> form(staff, each.id()).with(each.fields()))
                .orElseGet(() -> form(staff, UUID.randomUUID().toString()));
        page.addAttribute("form", form).addAttribute("drafts",
                drafts.ofUser(user).stream().filter(each -> !each.id().equals(draft)).toList())
                .addAttribute("draftOffice", staff.offices(Permission.OPEN_CASE).getFirst());
        return "form";
    }

    @PostMapping("/cases/new")
    @RequiresPermission(Permission.OPEN_CASE)
    String open(StaffUser staff, Model page, @RequestParam Map<String, String> typed) {
        String nationality = Optional.ofNullable(typed(typed, "nationality")).map(each -> each.toUpperCase(Locale.ROOT))
                .orElse(null);
        IntakeClient.NewCase command = new IntakeClient.NewCase(typed(typed, "office"), typed(typed, "language"),
                new PersonDetails(typed(typed, "fullName"), typed(typed, "callName"), nationality),
                ContactPageController.contact(typed), ContactPageController.consent(typed),
                typed.containsKey("consentGiven"), typed(typed, "entryDate"));
        try {
            CommandReceipt receipt = intake.open(command, typed.get("key"));
            drafts.remove(typed.getOrDefault("draft", ""), staff.caller().id());
            return redirect.to("/cases/" + receipt.aggregate() + "/book", "intake", receipt);
        } catch (ServiceRefusal no) {
            page.addAttribute("form", form(staff, typed.getOrDefault("draft", "")).with(typed)).addAttribute("no", no);
            return "form";
        }
    }

    /** Cases that may belong to this person. A POST, so that no name is in an address. */
    @PostMapping("/cases/matches")
    @RequiresPermission(Permission.SEARCH_CASES)
    String matches(Model page, @RequestParam Map<String, String> typed) {
        String asked = Stream.of(longEnough(typed, "fullName", NAME), longEnough(typed, "phone", PHONE))
                .collect(Collectors.joining(" ")).strip();
        page.addAttribute("found", asked.isEmpty()
                ? MissingNode.getInstance()
                : OptionalAnswer.of(() -> intake.search(new IntakeClient.Search(asked, null, null, 0))));
        return "matches :: found";
    }

    private static String longEnough(Map<String, String> typed, String field, int length) {
        String text = typed.getOrDefault(field, "").strip();
        return text.length() < length ? "" : text.substring(0, Math.min(text.length(), MATCHED));
    }

    private PageForm form(StaffUser staff, String draft) {
        List<String> offices = staff.offices(Permission.OPEN_CASE);
        return new PageForm("open-case", "/cases/new", List.of(
                choice("office", offices.getFirst(),
                        offices.stream().map(each -> new Option(each, "office." + each)).toList()),
                field("fullName", "text", true), field("callName", "text", false),
                choice("language", Languages.shipped().fallback(), languages.choices()),
                field("nationality", "text", false), field("phone", "tel", false), ContactPageController.email(null),
                field("entryDate", "date", true), field("consentGiven", "checkbox", true),
                field("sms", "checkbox", false), field("byEmail", "checkbox", false), PageForm.hidden("draft", draft)),
                "/cases");
    }
}
