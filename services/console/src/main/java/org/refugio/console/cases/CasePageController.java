package org.refugio.console.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.input.PageNumber;
import org.refugio.console.login.StaffUser;
import org.refugio.console.messages.OptOuts;
import org.refugio.console.readmodel.AppointmentProjection;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.readmodel.TimelineEntry;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.Step;
import org.refugio.privacy.Privacy;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CasePageController {

    private static final int TIMELINE_PAGE = 100;

    private final ReadModel model;
    private final Privacy privacy;
    private final OptOuts optOuts;

    CasePageController(ReadModel model, Privacy privacy, OptOuts optOuts) {
        this.model = model;
        this.privacy = privacy;
        this.optOuts = optOuts;
    }

    @GetMapping("/cases/{id}")
    @RequiresPermission(Permission.READ_CASE)
    Object read(StaffUser staff, Model page, @PathVariable String id, @RequestParam(required = false) String arriving,
            @RequestParam(defaultValue = "") String show, @PageNumber @RequestParam(defaultValue = "0") int history) {
        CaseProjection file = model.cases().find(id).orElse(null);
        if (file == null && arriving != null) {
            return "arriving";
        }
        file = mine(staff, id);
        page.addAttribute("file", file).addAttribute("steps", Step.values())
                .addAttribute("papers", model.papers().find(id).orElse(null))
                .addAttribute("arriving", arriving != null).addAttribute("recorded", recorded(staff, file))
                .addAttribute("meetings", meetings(id)).addAttribute("next", next(id))
                .addAttribute("optOut", optOuts.of(staff, file).orElse(null))
                .addAttribute("contact",
                        show.equals("contact")
                                ? privacy.openJson(file.contact(), ContactDetails.class).orElse(null)
                                : null);
        timelineOf(page, id, history);
        return "case";
    }

    /** The timeline, if it has grown; 204 otherwise. */
    @GetMapping("/cases/{id}/timeline")
    @RequiresPermission(Permission.READ_CASE)
    Object timeline(StaffUser staff, Model page, @PathVariable String id, @RequestParam int seen) {
        CaseProjection file = model.cases().find(id)
                .filter(each -> staff.caller().may(Permission.READ_CASE, each.office()))
                .orElseThrow(NotVisible::new);
        if (model.timeline().count("caseId", id) == seen) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }
        staff.caller().require(Permission.READ_CASE, file.office());
        page.addAttribute("file", file);
        timelineOf(page, id, 0);
        return "case :: timeline";
    }

    private CaseProjection mine(StaffUser staff, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(Permission.READ_CASE, file.office());
        return file;
    }

    /** Newest first. Within a second the store orders by the text of the time, so each page is ordered again. */
    private void timelineOf(Model page, String id, int number) {
        List<TimelineEntry> entries = model.timeline()
                .descending("caseId", id, "at", number * TIMELINE_PAGE, TIMELINE_PAGE).stream()
                .sorted(Comparator.comparing((TimelineEntry each) -> Instant.parse(each.at()))
                        .thenComparing(TimelineEntry::id)
                        .reversed())
                .toList();
        long total = model.timeline().count("caseId", id);
        page.addAttribute("entries", entries).addAttribute("history", number).addAttribute("historyTotal", total)
                .addAttribute("older", (number + 1L) * TIMELINE_PAGE < total);
    }

    private List<AppointmentProjection> meetings(String id) {
        return model.meetings().where("caseId", id).stream().filter(Objects::nonNull)
                .sorted(Comparator.comparing(AppointmentProjection::localStart).reversed()).toList();
    }

    private static List<ProceedingsForms.Fact> recorded(StaffUser staff, CaseProjection file) {
        return ProceedingsForms.of(file.facts().recorded(), each -> staff.caller().may(each, file.office()));
    }

    private AppointmentProjection next(String id) {
        return meetings(id).reversed().stream().filter(each -> each.state().stands()).findFirst().orElse(null);
    }
}
