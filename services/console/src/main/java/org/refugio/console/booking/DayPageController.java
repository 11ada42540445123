package org.refugio.console.booking;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.PageFormatter;
import org.refugio.console.readmodel.AppointmentProjection;
import org.refugio.console.readmodel.CallTaskProjection;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.readmodel.ResourceProjection;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Today, and any day on the board. Staff without permission to read cases see times and rooms, but no names. */
@Controller
class DayPageController {

    private final ReadModel model;
    private final PageFormatter show;

    DayPageController(ReadModel model, PageFormatter show) {
        this.model = model;
        this.show = show;
    }

    /**
     * An appointment of the day.
     *
     * @param file null without permission to read cases
     * @param missing the number of missing documents
     * @param alone whether no participant speaks the person's language
     */
    public record Item(AppointmentProjection meeting, CaseProjection file, int missing, boolean alone) {}

    @GetMapping("/today")
    @RequiresPermission(Permission.READ_SCHEDULE)
    String today(StaffUser staff, Model page, @RequestHeader(name = "HX-Request", required = false) String live) {
        Map<String, List<Item>> days = new LinkedHashMap<>();
        Map<String, List<CallTaskProjection>> tasks = new LinkedHashMap<>();
        Map<String, List<Item>> changes = new LinkedHashMap<>();
        for (String office : staff.offices(Permission.READ_SCHEDULE)) {
            days.put(office, on(staff, office, show.today(office)));
            tasks.put(office,
                    staff.caller().may(Permission.READ_MESSAGES, office)
                            ? model.tasks().where("office", office, "open", true)
                            : List.of());
            changes.put(office, model.meetings().where("office", office, "state", "CHANGE_REQUESTED").stream()
                    .map(each -> item(staff, each)).toList());
        }
        page.addAttribute("days", days).addAttribute("tasks", tasks).addAttribute("changes", changes)
                .addAttribute("model", model);
        return live == null ? "today" : "today :: day";
    }

    @GetMapping("/board")
    @RequiresPermission(Permission.READ_SCHEDULE)
    String board(StaffUser staff, Model page, @RequestParam(defaultValue = "") String office,
            @RequestParam(required = false) LocalDate day) {
        List<String> offices = staff.offices(Permission.READ_SCHEDULE);
        String shown = office.isBlank() ? offices.getFirst() : office;
        staff.caller().require(Permission.READ_SCHEDULE, shown);
        LocalDate on = day == null ? show.today(shown) : day;
        List<Item> items = on(staff, shown, on);
        Map<ResourceProjection, List<Item>> rows = new LinkedHashMap<>();
        model.staffing().where("office", shown).stream()
                .sorted(Comparator.comparing(ResourceProjection::kind).thenComparing(show::name))
                .forEach(each -> rows.put(each,
                        items.stream().filter(item -> holds(item.meeting(), each.resourceId())).toList()));
        page.addAttribute("office", shown).addAttribute("offices", offices).addAttribute("on", on)
                .addAttribute("rows", rows).addAttribute("items", items);
        return "board";
    }

    private static boolean holds(AppointmentProjection meeting, String id) {
        return id.equals(meeting.held().lawyerId()) || id.equals(meeting.held().interpreterId())
                || id.equals(meeting.held().roomId());
    }

    private List<Item> on(StaffUser staff, String office, LocalDate day) {
        return model.meetings().where("office", office, "day", day.toString()).stream()
                .filter(each -> each.state() != AppointmentProjection.State.CANCELLED)
                .sorted(Comparator.comparing(AppointmentProjection::localStart)).map(each -> item(staff, each))
                .toList();
    }

    private Item item(StaffUser staff, AppointmentProjection meeting) {
        if (!staff.caller().may(Permission.READ_CASE, meeting.office())) {
            return new Item(meeting, null, 0, alone(meeting));
        }
        return new Item(meeting, model.cases().find(meeting.caseId()).orElse(null),
                model.papers().find(meeting.caseId()).map(each -> each.missing()).orElse(0), alone(meeting));
    }

    private boolean alone(AppointmentProjection meeting) {
        String lawyer = meeting.held().lawyerId();
        return meeting.held().interpreterId() == null && lawyer != null && model.staffing().find(lawyer)
                .filter(each -> each.languages() != null && each.languages().contains(meeting.language())).isEmpty();
    }
}
