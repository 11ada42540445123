package org.refugio.console.booking;

import java.util.List;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.PageForm;
import org.refugio.console.readmodel.AppointmentProjection;
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
class AppointmentPageController {

    private final ReadModel model;
    private final ServiceClient services;

    AppointmentPageController(ReadModel model, ServiceClient services) {
        this.model = model;
        this.services = services;
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
            return back(meeting, services.post(staff, "scheduling", "/v1/appointments/" + id + "/reschedule",
                    Map.of("localStart", typed.getOrDefault("localStart", ""), "seenRevision",
                            Integer.parseInt(typed.getOrDefault("seenRevision", "0"))),
                    typed.get("key")));
        } catch (ServiceRefusal no) {
            page.addAttribute("meeting", meeting).addAttribute("form", form(meeting).with(typed))
                    .addAttribute("no", no);
            return "form";
        }
    }

    @PostMapping("/appointments/{id}/{outcome:held|missed|confirm}")
    @RequiresPermission(Permission.RECORD_ATTENDANCE)
    String outcome(StaffUser staff, @PathVariable String id, @PathVariable String outcome, @RequestParam String key) {
        AppointmentProjection meeting = mine(staff, Permission.RECORD_ATTENDANCE, id);
        return tell(staff, meeting, outcome, key);
    }

    @PostMapping("/appointments/{id}/cancel")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    String cancel(StaffUser staff, @PathVariable String id, @RequestParam String key) {
        return tell(staff, mine(staff, Permission.BOOK_APPOINTMENT, id), "cancel", key);
    }

    private String tell(StaffUser staff, AppointmentProjection meeting, String what, String key) {
        return back(meeting, services.post(staff, "scheduling",
                "/v1/appointments/" + meeting.appointmentId() + "/" + what, Map.of(), key));
    }

    private static PageForm form(AppointmentProjection meeting) {
        return new PageForm("move", "/appointments/" + meeting.appointmentId() + "/move",
                List.of(new PageForm.Field("localStart", "datetime-local", true, meeting.localStart().toString(),
                        List.of()),
                        new PageForm.Field("seenRevision", "hidden", true, Integer.toString(meeting.revision()),
                                List.of())),
                "/cases/" + meeting.caseId());
    }

    private static String back(AppointmentProjection meeting, ServiceClient.Done done) {
        return "redirect:/cases/" + meeting.caseId() + (done.shown() ? "" : "?arriving");
    }

    private AppointmentProjection mine(StaffUser staff, Permission permission, String id) {
        AppointmentProjection meeting = model.meetings().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(permission, meeting.office());
        return meeting;
    }
}
