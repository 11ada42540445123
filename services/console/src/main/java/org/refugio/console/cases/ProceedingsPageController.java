package org.refugio.console.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.PageForm;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.ServiceClient;
import org.refugio.console.services.ServiceRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ProceedingsPageController {

    private final ReadModel model;
    private final ServiceClient services;

    ProceedingsPageController(ReadModel model, ServiceClient services) {
        this.model = model;
        this.services = services;
    }

    @GetMapping("/cases/{id}/record/{what}")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    String ask(StaffUser staff, Model page, @PathVariable String id, @PathVariable String what) {
        page.addAttribute("file", mine(staff, id)).addAttribute("form", form(id, what));
        return "form";
    }

    @PostMapping("/cases/{id}/record/{what}")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    String record(StaffUser staff, Model page, @PathVariable String id, @PathVariable String what,
            @RequestParam Map<String, String> typed) {
        CaseProjection file = mine(staff, id);
        PageForm form = form(id, what);
        Map<String, Object> command = new LinkedHashMap<>();
        form.fields().forEach(each -> command.put(each.name(), typed.get(each.name())));
        try {
            ServiceClient.Done done = services.post(staff, "intake", "/v1/cases/" + id + "/" + what, command,
                    typed.get("key"));
            return "redirect:/cases/" + id + (done.shown() ? "" : "?arriving");
        } catch (ServiceRefusal no) {
            page.addAttribute("file", file).addAttribute("form", form.with(typed)).addAttribute("no", no);
            return "form";
        }
    }

    private static PageForm form(String id, String what) {
        ProceedingsForms asked = ProceedingsForms.of(what).orElseThrow(NotVisible::new);
        return new PageForm("record." + what, "/cases/" + id + "/record/" + what, asked.fields(), "/cases/" + id);
    }

    private CaseProjection mine(StaffUser staff, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(Permission.RECORD_PROCEEDINGS, file.office());
        return file;
    }
}
