package org.refugio.console.cases;

import static org.refugio.console.pages.Form.choice;

import java.util.List;
import java.util.Map;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.console.login.Staff;
import org.refugio.console.pages.Form;
import org.refugio.console.pages.Form.Field;
import org.refugio.console.readmodel.CaseFile;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.Commands;
import org.refugio.console.services.SaidNo;
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
class ContactPages {

    private final ReadModel model;
    private final Commands services;
    private final Privacy privacy;

    ContactPages(ReadModel model, Commands services, Privacy privacy) {
        this.model = model;
        this.services = services;
        this.privacy = privacy;
    }

    @GetMapping("/cases/{id}/contact")
    @Needs(Permission.CHANGE_CONTACT)
    String ask(Staff staff, Model page, @PathVariable String id) {
        CaseFile file = mine(staff, id);
        page.addAttribute("file", file).addAttribute("form", form(file));
        return "form";
    }

    @PostMapping("/cases/{id}/contact")
    @Needs(Permission.CHANGE_CONTACT)
    String change(Staff staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        CaseFile file = mine(staff, id);
        Map<String, Object> command = Map.of("contact", OpenCasePages.filled(typed, "phone", "email"), "consent",
                Map.of("sms", typed.containsKey("sms"), "email", typed.containsKey("byEmail")), "language",
                typed.getOrDefault("language", file.language()));
        try {
            Commands.Done done = services.post(staff, "intake", "/v1/cases/" + id + "/contact", command,
                    typed.get("key"));
            return "redirect:/cases/" + id + (done.shown() ? "" : "?arriving");
        } catch (SaidNo no) {
            page.addAttribute("file", file).addAttribute("form", form(file).with(typed)).addAttribute("no", no);
            return "form";
        }
    }

    private Form form(CaseFile file) {
        ContactDetails now = privacy.openJson(file.contact(), ContactDetails.class)
                .orElseGet(() -> new ContactDetails(null, null));
        return new Form("contact", "/cases/" + file.caseId() + "/contact",
                List.of(known("phone", "tel", now.phone()), known("email", "email", now.email()),
                        choice("language", file.language(), OpenCasePages.languages()),
                        known("sms", "checkbox", Boolean.toString(file.consent().sms())),
                        known("byEmail", "checkbox", Boolean.toString(file.consent().email()))),
                "/cases/" + file.caseId());
    }

    private static Field known(String name, String type, String value) {
        return new Field(name, type, false, value == null ? "" : value, List.of());
    }

    private CaseFile mine(Staff staff, String id) {
        CaseFile file = model.cases().find(id).orElseThrow(NotYours::new);
        staff.caller().require(Permission.CHANGE_CONTACT, file.office());
        return file;
    }
}
