package org.refugio.console.messages;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.typed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.PageAudit;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.pages.PageForm;
import org.refugio.console.pages.PageFormatter;
import org.refugio.console.pages.PageProblem;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.NotificationClient;
import org.refugio.console.services.ServiceRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The end of an opt-out, which the owner of the number has asked for. */
@Controller
class OptOutPageController {

    private static final List<String> REASONS = List.of("asked-in-person", "asked-by-phone", "number-of-another");

    private final ReadModel model;
    private final NotificationClient notification;
    private final CommandRedirect redirect;
    private final PageAudit audit;
    private final PageFormatter show;

    OptOutPageController(ReadModel model, NotificationClient notification, CommandRedirect redirect, PageAudit audit,
            PageFormatter show) {
        this.model = model;
        this.notification = notification;
        this.redirect = redirect;
        this.audit = audit;
        this.show = show;
    }

    @GetMapping("/cases/{id}/opt-out/end")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    String ask(StaffUser staff, Model page, @PathVariable String id) {
        return form(page, mine(staff, id), Map.of());
    }

    @PostMapping("/cases/{id}/opt-out/end")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    String end(StaffUser staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        CaseProjection file = mine(staff, id);
        String reason = typed(typed, "reason");
        if (!REASONS.contains(String.valueOf(reason))) {
            page.addAttribute("no", PageProblem.missing("reason", show));
            return form(page, file, typed);
        }
        audit.acted(staff.caller(), Permission.ANSWER_MESSAGES, file.office(), reason);
        try {
            return redirect.to("/cases/" + id, "notification", notification.endOptOut(id, typed.get("key")));
        } catch (ServiceRefusal no) {
            page.addAttribute("no", no);
            return form(page, file, typed);
        }
    }

    private String form(Model page, CaseProjection file, Map<String, String> typed) {
        PageForm form = new PageForm("opt-out.end", "/cases/" + file.caseId() + "/opt-out/end",
                List.of(choice("reason", "", Stream.concat(Stream.of(PageForm.UNCHOSEN),
                        REASONS.stream().map(each -> new PageForm.Option(each, "opt-out." + each))).toList())),
                "/cases/" + file.caseId());
        page.addAttribute("file", file).addAttribute("form", form.with(typed))
                .addAttribute("consequence", show.text("opt-out.consequence", show.name(file)));
        return "form";
    }

    private CaseProjection mine(StaffUser staff, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(Permission.ANSWER_MESSAGES, file.office());
        return file;
    }
}
