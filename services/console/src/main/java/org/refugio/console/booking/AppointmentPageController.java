package org.refugio.console.booking;

import static org.refugio.console.pages.PageForm.seen;
import static org.refugio.console.pages.PageForm.typed;

import java.util.List;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.pages.PageForm;
import org.refugio.console.readmodel.AppointmentProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.SchedulingClient;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.messaging.command.CommandReceipt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AppointmentPageController {

    private final ReadModel model;
    private final SchedulingClient scheduling;
    private final CommandRedirect redirect;

    AppointmentPageController(ReadModel model, SchedulingClient scheduling, CommandRedirect redirect) {
        this.model = model;
        this.scheduling = scheduling;
        this.redirect = redirect;
    }

    @GetMapping("/appointments/{id}/move")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    String ask(StaffUser staff, Model page, @PathVariable String id) {
        AppointmentProjection meeting = mine(staff, Permission.BOOK_APPOINTMENT, id);
        page.addAttribute("meeting", meeting).addAttribute("form", form(meeting));
        return "form";
    }

    @PostMapping("/appointments/{id}/move")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    String move(StaffUser staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        AppointmentProjection meeting = mine(staff, Permission.BOOK_APPOINTMENT, id);
        try {
            return back(meeting, scheduling.reschedule(id,
                    new SchedulingClient.Reschedule(typed(typed, "localStart")), seen(typed), typed.get("key")));
        } catch (ServiceRefusal no) {
            // the refusal shows the current date, which this page's own copy may not have yet
            page.addAttribute("meeting", no.isOutdated() ? null : meeting)
                    .addAttribute("form", form(meeting).after(no, typed)).addAttribute("no", no);
            return "form";
        }
    }

    @PostMapping("/appointments/{id}/{outcome:held|confirm}")
    @RequiresPermission(Permission.RECORD_ATTENDANCE)
    String outcome(StaffUser staff, Model page, @PathVariable String id, @PathVariable String outcome,
            @RequestParam Map<String, String> typed) {
        return close(mine(staff, Permission.RECORD_ATTENDANCE, id), outcome, page, typed);
    }

    /** If the appointment has changed since the page showed it, the page asks again in view of what it is now. */
    private String close(AppointmentProjection meeting, String outcome, Model page, Map<String, String> typed) {
        try {
            return back(meeting, scheduling.close(meeting.appointmentId(), outcome, seen(typed), typed.get("key")));
        } catch (ServiceRefusal no) {
            if (!no.isOutdated()) {
                throw no;
            }
            PageForm again = new PageForm(outcome, "/appointments/" + meeting.appointmentId() + "/" + outcome,
                    List.of(seen(meeting.seen())), "/cases/" + meeting.caseId());
            page.addAttribute("form", again.after(no, typed)).addAttribute("no", no);
            return "form";
        }
    }

    private static PageForm form(AppointmentProjection meeting) {
        return new PageForm("move", "/appointments/" + meeting.appointmentId() + "/move",
                List.of(new PageForm.Field("localStart", "datetime-local", true, meeting.localStart().toString(),
                        List.of()), seen(meeting.seen())),
                "/cases/" + meeting.caseId());
    }

    private String back(AppointmentProjection meeting, CommandReceipt receipt) {
        return redirect.to("/cases/" + meeting.caseId(), "scheduling", receipt);
    }

    private AppointmentProjection mine(StaffUser staff, Permission permission, String id) {
        AppointmentProjection meeting = model.meetings().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(permission, meeting.office());
        return meeting;
    }
}
