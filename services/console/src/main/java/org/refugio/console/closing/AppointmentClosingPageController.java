package org.refugio.console.closing;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.seen;
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
import org.refugio.console.readmodel.AppointmentProjection;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.SchedulingClient;
import org.refugio.console.services.ServiceRefusal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AppointmentClosingPageController {

    private final ReadModel model;
    private final Commands commands;
    private final PageAudit audit;
    private final PageFormatter show;
    private final MessageReach reach;

    AppointmentClosingPageController(ReadModel model, Commands commands, PageAudit audit, PageFormatter show,
            MessageReach reach) {
        this.model = model;
        this.commands = commands;
        this.audit = audit;
        this.show = show;
        this.reach = reach;
    }

    /** Where the command goes, and the person after it. */
    @Component
    record Commands(SchedulingClient scheduling, CommandRedirect redirect) {}

    /** How an appointment ends without having been held; the name is that of scheduling's command. */
    private enum Closing {
        CANCEL("cancel", Permission.BOOK_APPOINTMENT, "person-asked", "staff-not-available", "booked-by-mistake",
                "no-longer-needed"),
        MISSED("missed", Permission.RECORD_ATTENDANCE, "no-news", "came-too-late", "could-not-travel");

        private final String command;
        private final Permission permission;
        private final List<String> reasons;

        Closing(String command, Permission permission, String... reasons) {
            this.command = command;
            this.permission = permission;
            this.reasons = List.of(reasons);
        }
    }

    @GetMapping("/appointments/{id}/cancel")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    String askToCancel(StaffUser staff, Model page, @PathVariable String id) {
        return ask(Closing.CANCEL, staff, page, id);
    }

    @PostMapping("/appointments/{id}/cancel")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    String cancel(StaffUser staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return close(Closing.CANCEL, staff, page, id, typed);
    }

    @GetMapping("/appointments/{id}/missed")
    @RequiresPermission(Permission.RECORD_ATTENDANCE)
    String askWhetherMissed(StaffUser staff, Model page, @PathVariable String id) {
        return ask(Closing.MISSED, staff, page, id);
    }

    @PostMapping("/appointments/{id}/missed")
    @RequiresPermission(Permission.RECORD_ATTENDANCE)
    String missed(StaffUser staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return close(Closing.MISSED, staff, page, id, typed);
    }

    private String ask(Closing closing, StaffUser staff, Model page, String id) {
        AppointmentProjection meeting = mine(closing, staff, id);
        return form(closing, page, meeting, form(closing, meeting));
    }

    /** If the appointment has changed since the page showed it, the page asks again in view of what it is now. */
    private String close(Closing closing, StaffUser staff, Model page, String id, Map<String, String> typed) {
        AppointmentProjection meeting = mine(closing, staff, id);
        String reason = typed(typed, "reason");
        PageForm form = form(closing, meeting);
        if (!closing.reasons.contains(String.valueOf(reason))) {
            page.addAttribute("no", PageProblem.missing("reason", show));
            return form(closing, page, meeting, form.with(typed));
        }
        audit.acted(staff.caller(), closing.permission, meeting.office(), reason);
        try {
            return commands.redirect().to("/cases/" + meeting.caseId(), "scheduling",
                    commands.scheduling().close(id, closing.command, seen(typed), typed.get("key")));
        } catch (ServiceRefusal no) {
            page.addAttribute("no", no);
            // the refusal shows the current date, which this page's own copy may not have yet
            return form(closing, page, no.isOutdated() ? null : meeting, form.after(no, typed));
        }
    }

    private String form(Closing closing, Model page, AppointmentProjection meeting, PageForm form) {
        page.addAttribute("form", form).addAttribute("meeting", meeting);
        if (meeting != null) {
            CaseProjection file = model.cases().find(meeting.caseId()).orElseThrow(NotVisible::new);
            page.addAttribute("file", file).addAttribute("consequence", consequence(closing, meeting, file));
        }
        return "form";
    }

    private String consequence(Closing closing, AppointmentProjection meeting, CaseProjection file) {
        String name = show.name(file);
        if (closing == Closing.MISSED) {
            return show.text("closing.missed-effect", name);
        }
        boolean past = meeting.localStart().toLocalDate().isBefore(show.today(meeting.office()));
        return !past && reach.isReached(file)
                ? show.text("closing.told", name)
                : show.text("closing.not-told", name);
    }

    private static PageForm form(Closing closing, AppointmentProjection meeting) {
        return new PageForm("closing." + closing.command,
                "/appointments/" + meeting.appointmentId() + "/" + closing.command,
                List.of(choice("reason", "",
                        Stream.concat(Stream.of(PageForm.UNCHOSEN),
                                closing.reasons.stream().map(each -> new PageForm.Option(each, "closing." + each)))
                                .toList()),
                        seen(meeting.seen())),
                "/cases/" + meeting.caseId());
    }

    private AppointmentProjection mine(Closing closing, StaffUser staff, String id) {
        AppointmentProjection meeting = model.meetings().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(closing.permission, meeting.office());
        return meeting;
    }
}
