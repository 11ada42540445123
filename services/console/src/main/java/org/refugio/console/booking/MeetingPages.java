package org.refugio.console.booking;

import java.util.List;
import java.util.Map;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.console.login.Staff;
import org.refugio.console.pages.Form;
import org.refugio.console.readmodel.Meeting;
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
class MeetingPages {

    private final ReadModel model;
    private final Commands services;

    MeetingPages(ReadModel model, Commands services) {
        this.model = model;
        this.services = services;
    }

    @GetMapping("/appointments/{id}/move")
    @Needs(Permission.BOOK_APPOINTMENT)
    String ask(Staff staff, Model page, @PathVariable String id) {
        Meeting meeting = mine(staff, Permission.BOOK_APPOINTMENT, id);
        page.addAttribute("meeting", meeting).addAttribute("form", form(meeting));
        return "form";
    }

    @PostMapping("/appointments/{id}/move")
    @Needs(Permission.BOOK_APPOINTMENT)
    String move(Staff staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        Meeting meeting = mine(staff, Permission.BOOK_APPOINTMENT, id);
        try {
            return back(meeting, services.post(staff, "scheduling", "/v1/appointments/" + id + "/reschedule",
                    Map.of("localStart", typed.getOrDefault("localStart", ""), "seenRevision",
                            Integer.parseInt(typed.getOrDefault("seenRevision", "0"))),
                    typed.get("key")));
        } catch (SaidNo no) {
            page.addAttribute("meeting", meeting).addAttribute("form", form(meeting).with(typed))
                    .addAttribute("no", no);
            return "form";
        }
    }

    @PostMapping("/appointments/{id}/{outcome:held|missed|confirm}")
    @Needs(Permission.RECORD_ATTENDANCE)
    String outcome(Staff staff, @PathVariable String id, @PathVariable String outcome, @RequestParam String key) {
        Meeting meeting = mine(staff, Permission.RECORD_ATTENDANCE, id);
        return tell(staff, meeting, outcome, key);
    }

    @PostMapping("/appointments/{id}/cancel")
    @Needs(Permission.BOOK_APPOINTMENT)
    String cancel(Staff staff, @PathVariable String id, @RequestParam String key) {
        return tell(staff, mine(staff, Permission.BOOK_APPOINTMENT, id), "cancel", key);
    }

    private String tell(Staff staff, Meeting meeting, String what, String key) {
        return back(meeting, services.post(staff, "scheduling",
                "/v1/appointments/" + meeting.appointmentId() + "/" + what, Map.of(), key));
    }

    private static Form form(Meeting meeting) {
        return new Form("move", "/appointments/" + meeting.appointmentId() + "/move",
                List.of(new Form.Field("localStart", "datetime-local", true, meeting.localStart().toString(),
                        List.of()),
                        new Form.Field("seenRevision", "hidden", true, Integer.toString(meeting.revision()),
                                List.of())),
                "/cases/" + meeting.caseId());
    }

    private static String back(Meeting meeting, Commands.Done done) {
        return "redirect:/cases/" + meeting.caseId() + (done.shown() ? "" : "?arriving");
    }

    private Meeting mine(Staff staff, Permission permission, String id) {
        Meeting meeting = model.meetings().find(id).orElseThrow(NotYours::new);
        staff.caller().require(permission, meeting.office());
        return meeting;
    }
}
