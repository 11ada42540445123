package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.seen;
import static org.refugio.console.pages.PageForm.typed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.pages.LanguageFormatter;
import org.refugio.console.pages.PageForm.Field;
import org.refugio.console.pages.PageForm;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.IntakeClient;
import org.refugio.console.services.OptionalAnswer;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.privacy.Privacy;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The contact data of a person, and their language. */
@Controller
class ContactPageController {

    private final ReadModel model;
    private final IntakeClient intake;
    private final CommandRedirect redirect;
    private final Privacy privacy;
    private final LanguageFormatter languages;

    ContactPageController(ReadModel model, IntakeClient intake, CommandRedirect redirect, Privacy privacy,
            LanguageFormatter languages) {
        this.model = model;
        this.intake = intake;
        this.redirect = redirect;
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
        IntakeClient.ContactChange command = new IntakeClient.ContactChange(contact(typed), consent(typed),
                typed.getOrDefault("language", file.language()));
        try {
            return redirect.to("/cases/" + id, "intake",
                    intake.changeContact(id, command, seen(typed), typed.get("key")));
        } catch (ServiceRefusal no) {
            page.addAttribute("file", file).addAttribute("form", form(file).after(no, typed)).addAttribute("no", no)
                    .addAttribute("current", no.isOutdated() ? current(id) : null);
            return "form";
        }
    }

    static ContactDetails contact(Map<String, String> typed) {
        return new ContactDetails(typed(typed, "phone"), typed(typed, "email"));
    }

    static ContactConsent consent(Map<String, String> typed) {
        return new ContactConsent(typed.containsKey("sms"), typed.containsKey("byEmail"));
    }

    private PageForm form(CaseProjection file) {
        ContactDetails now = privacy.openJson(file.contact(), ContactDetails.class)
                .orElseGet(() -> new ContactDetails(null, null));
        return new PageForm("contact", "/cases/" + file.caseId() + "/contact",
                List.of(known("phone", "tel", now.phone()), email(now.email()),
                        choice("language", file.language(), languages.choices()),
                        known("sms", "checkbox", Boolean.toString(file.consent().sms())),
                        known("byEmail", "checkbox", Boolean.toString(file.consent().email())),
                        seen(file.seen(CaseAction.CHANGE_CONTACT))),
                "/cases/" + file.caseId());
    }

    /** Not an input of the type email: browsers refuse letters beyond ASCII, and do not send the address as it was typed. */
    static Field email(String value) {
        return known("email", "text", value);
    }

    /** What intake has now, which this page's own copy may not have yet; by the label of its field. */
    private Map<String, String> current(String id) {
        JsonNode found = OptionalAnswer.of(() -> intake.read(id));
        Map<String, String> current = new LinkedHashMap<>();
        current.put("phone", found.path("contact").path("phone").asString("—"));
        current.put("email", found.path("contact").path("email").asString("—"));
        current.put("language", languages.name(found.path("language").asString("—")));
        current.put("sms", found.path("consent").path("sms").asBoolean(false) ? "✓" : "—");
        current.put("byEmail", found.path("consent").path("email").asBoolean(false) ? "✓" : "—");
        return current;
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
