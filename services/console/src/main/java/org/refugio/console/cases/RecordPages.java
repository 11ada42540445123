package org.refugio.console.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.console.login.Staff;
import org.refugio.console.pages.Form;
import org.refugio.console.readmodel.CaseFile;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.Commands;
import org.refugio.console.services.SaidNo;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class RecordPages {

    private final ReadModel model;
    private final Commands services;

    RecordPages(ReadModel model, Commands services) {
        this.model = model;
        this.services = services;
    }

    @GetMapping("/cases/{id}/record/{what}")
    @Needs(Permission.RECORD_PROCEEDINGS)
    String ask(Staff staff, Model page, @PathVariable String id, @PathVariable String what) {
        page.addAttribute("file", mine(staff, id)).addAttribute("form", form(id, what));
        return "form";
    }

    @PostMapping("/cases/{id}/record/{what}")
    @Needs(Permission.RECORD_PROCEEDINGS)
    String record(Staff staff, Model page, @PathVariable String id, @PathVariable String what,
            @RequestParam Map<String, String> typed) {
        CaseFile file = mine(staff, id);
        Form form = form(id, what);
        Map<String, Object> command = new LinkedHashMap<>();
        form.fields().forEach(each -> command.put(each.name(), typed.get(each.name())));
        try {
            Commands.Done done = services.post(staff, "intake", "/v1/cases/" + id + "/" + what, command,
                    typed.get("key"));
            return "redirect:/cases/" + id + (done.shown() ? "" : "?arriving");
        } catch (SaidNo no) {
            page.addAttribute("file", file).addAttribute("form", form.with(typed)).addAttribute("no", no);
            return "form";
        }
    }

    private static Form form(String id, String what) {
        Proceedings asked = Proceedings.of(what).orElseThrow(NotYours::new);
        return new Form("record." + what, "/cases/" + id + "/record/" + what, asked.fields(), "/cases/" + id);
    }

    private CaseFile mine(Staff staff, String id) {
        CaseFile file = model.cases().find(id).orElseThrow(NotYours::new);
        staff.caller().require(Permission.RECORD_PROCEEDINGS, file.office());
        return file;
    }
}
