package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.field;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.LanguageFormatter;
import org.refugio.console.pages.PageForm.Option;
import org.refugio.console.pages.PageForm;
import org.refugio.console.services.ServiceClient;
import org.refugio.console.services.ServiceRefusal;
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

    private final ServiceClient services;
    private final LanguageFormatter languages;

    OpenCasePageController(ServiceClient services, LanguageFormatter languages) {
        this.services = services;
        this.languages = languages;
    }

    @GetMapping("/cases/new")
    @RequiresPermission(Permission.OPEN_CASE)
    String ask(StaffUser staff, Model page) {
        page.addAttribute("form", form(staff));
        return "form";
    }

    @PostMapping("/cases/new")
    @RequiresPermission(Permission.OPEN_CASE)
    String open(StaffUser staff, Model page, @RequestParam Map<String, String> typed) {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("office", typed.get("office"));
        command.put("language", typed.get("language"));
        command.put("person", filled(typed, "fullName", "callName", "nationality"));
        command.put("contact", filled(typed, "phone", "email"));
        command.put("consent", Map.of("sms", typed.containsKey("sms"), "email", typed.containsKey("byEmail")));
        command.put("consentGiven", typed.containsKey("consentGiven"));
        command.put("entryDate", typed.get("entryDate"));
        try {
            ServiceClient.Done done = services.post(staff, "intake", "/v1/cases", command, typed.get("key"));
            return "redirect:/cases/" + done.saved().aggregate() + "/book" + (done.shown() ? "" : "?arriving");
        } catch (ServiceRefusal no) {
            page.addAttribute("form", form(staff).with(typed)).addAttribute("no", no);
            return "form";
        }
    }

    /** Cases that may be this person's: asked by POST, so that no name stands in an address. */
    @PostMapping("/cases/matches")
    @RequiresPermission(Permission.SEARCH_CASES)
    String matches(StaffUser staff, Model page, @RequestParam Map<String, String> typed) {
        String phone = typed.getOrDefault("phone", "").strip();
        String asked = phone.length() >= PHONE ? phone : typed.getOrDefault("fullName", "").strip();
        page.addAttribute("found", asked.length() < NAME
                ? MissingNode.getInstance()
                : services.getIfPossible(staff, "intake",
                        "/v1/cases?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)));
        return "matches :: found";
    }

    static Map<String, String> filled(Map<String, String> typed, String... names) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String name : names) {
            String value = typed.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                out.put(name, name.equals("nationality") ? value.toUpperCase(Locale.ROOT) : value);
            }
        }
        return out;
    }

    private PageForm form(StaffUser staff) {
        List<String> offices = staff.offices(Permission.OPEN_CASE);
        return new PageForm("open-case", "/cases/new", List.of(
                choice("office", offices.getFirst(),
                        offices.stream().map(each -> new Option(each, "office." + each)).toList()),
                field("fullName", "text", true), field("callName", "text", false),
                choice("language", Languages.shipped().fallback(), languages.choices()),
                field("nationality", "text", false), field("phone", "tel", false), field("email", "email", false),
                field("entryDate", "date", true), field("consentGiven", "checkbox", true),
                field("sms", "checkbox", false), field("byEmail", "checkbox", false)), "/cases");
    }
}
