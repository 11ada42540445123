package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.choice;

import java.util.List;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.LanguageFormatter;
import org.refugio.console.pages.PageForm.Field;
import org.refugio.console.pages.PageForm;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.ServiceClient;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.contracts.ContactDetails;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person is reached, and in which language. */
@Controller
class ContactPageController {

    private final ReadModel model;
    private final ServiceClient services;
    private final Privacy privacy;
    private final LanguageFormatter languages;

    ContactPageController(ReadModel model, ServiceClient services, Privacy privacy, LanguageFormatter languages) {
        this.model = model;
        this.services = services;
        this.privacy = privacy;
        this.languages = languages;
    }

    @GetMapping("/cases/{id}/contact")
    @RequiresPermission(Permission.CHANGE_CONTACT)
    String ask(StaffUser staff, Model page, @PathVariable String id) {
        CaseProjection file = mine(staff, id);
        page.addAttribute("file", file).addAttribute("form", form(file));
        return "form";
    }

    @PostMapping("/cases/{id}/contact")
    @RequiresPermission(Permission.CHANGE_CONTACT)
    String change(StaffUser staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        CaseProjection file = mine(staff, id);
        Map<String, Object> command = Map.of("contact", OpenCasePageController.filled(typed, "phone", "email"),
                "consent",
                Map.of("sms", typed.containsKey("sms"), "email", typed.containsKey("byEmail")), "language",
                typed.getOrDefault("language", file.language()));
        try {
            ServiceClient.Done done = services.post(staff, "intake", "/v1/cases/" + id + "/contact", command,
                    typed.get("key"));
            return "redirect:/cases/" + id + (done.shown() ? "" : "?arriving");
        } catch (ServiceRefusal no) {
            page.addAttribute("file", file).addAttribute("form", form(file).with(typed)).addAttribute("no", no);
            return "form";
        }
    }

    private PageForm form(CaseProjection file) {
        ContactDetails now = privacy.openJson(file.contact(), ContactDetails.class)
                .orElseGet(() -> new ContactDetails(null, null));
        return new PageForm("contact", "/cases/" + file.caseId() + "/contact",
                List.of(known("phone", "tel", now.phone()), known("email", "email", now.email()),
                        choice("language", file.language(), languages.choices()),
                        known("sms", "checkbox", Boolean.toString(file.consent().sms())),
                        known("byEmail", "checkbox", Boolean.toString(file.consent().email()))),
                "/cases/" + file.caseId());
    }

    private static Field known(String name, String type, String value) {
        return new Field(name, type, false, value == null ? "" : value, List.of());
    }

    private CaseProjection mine(StaffUser staff, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(Permission.CHANGE_CONTACT, file.office());
        return file;
    }
}
