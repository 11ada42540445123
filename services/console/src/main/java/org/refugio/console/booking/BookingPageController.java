package org.refugio.console.booking;

import static org.refugio.console.pages.PageForm.choice;
import static org.refugio.console.pages.PageForm.field;
import static org.refugio.console.pages.PageForm.typed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.pages.PageForm.Option;
import org.refugio.console.pages.PageForm;
import org.refugio.console.pages.PageFormatter;
import org.refugio.console.pages.ProcedureFormatter;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.readmodel.ResourceProjection;
import org.refugio.console.services.OptionalAnswer;
import org.refugio.console.services.SchedulingClient;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.contracts.ResourceKind;
import org.refugio.procedure.process.AppointmentKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BookingPageController {

    private final ReadModel model;
    private final SchedulingClient scheduling;
    private final CommandRedirect redirect;
    private final PageFormatter show;
    private final ProcedureFormatter procedure;

    BookingPageController(ReadModel model, SchedulingClient scheduling, CommandRedirect redirect, PageFormatter show,
            ProcedureFormatter procedure) {
        this.model = model;
        this.scheduling = scheduling;
        this.redirect = redirect;
        this.show = show;
        this.procedure = procedure;
    }

    @GetMapping("/cases/{id}/book")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    String ask(StaffUser staff, Model page, @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from, @RequestParam(required = false) String arriving) {
        if (arriving != null && model.cases().find(id).isEmpty()) {
            return "arriving";
        }
        fill(page, mine(staff, id), kind, from);
        return "book";
    }

    @PostMapping("/cases/{id}/book")
    @RequiresPermission(Permission.BOOK_APPOINTMENT)
    String book(StaffUser staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        CaseProjection file = mine(staff, id);
        SchedulingClient.Booking command = new SchedulingClient.Booking(id, typed(typed, "kind"),
                typed(typed, "localStart"), kind(file, typed.getOrDefault("kind", "")).minutes(),
                typed(typed, "lawyerId"), typed(typed, "interpreterId"), typed(typed, "roomId"));
        try {
            return redirect.to("/cases/" + id, "scheduling", scheduling.book(command, typed.get("key")));
        } catch (ServiceRefusal no) {
            page.addAttribute("no", no);
            fill(page, file, typed.getOrDefault("kind", ""), "");
            page.addAttribute("form", ((PageForm) page.getAttribute("form")).with(typed));
            return "book";
        }
    }

    private void fill(Model page, CaseProjection file, String asked, String from) {
        AppointmentKind kind = kind(file, asked);
        page.addAttribute("file", file).addAttribute("kind", kind).addAttribute("from", from)
                .addAttribute("kinds", AppointmentKind.allBookable())
                .addAttribute("slots", OptionalAnswer.of(() -> scheduling.slots(file.caseId(), kind.id(),
                        from.matches("[0-9T:-]{10,19}") ? from : null)))
                .addAttribute("show", show).addAttribute("form", byHand(file, kind))
                .addAttribute("names", names(file.office()));
    }

    private Map<String, String> names(String office) {
        Map<String, String> names = new LinkedHashMap<>();
        model.staffing().where("office", office).forEach(each -> names.put(each.resourceId(), show.name(each)));
        return names;
    }

    private PageForm byHand(CaseProjection file, AppointmentKind kind) {
        List<ResourceProjection> all = model.staffing().where("office", file.office());
        return new PageForm("book.by-hand", "/cases/" + file.caseId() + "/book", List.of(
                choice("kind", kind.id(), AppointmentKind.allBookable().stream()
                        .map(each -> new Option(each.id(), procedure.kind(each.id()))).toList()),
                field("localStart", "datetime-local", true),
                choice("lawyerId", "", of(all, ResourceKind.LAWYER, false)),
                new PageForm.Field("interpreterId", "select", false, "", of(all, ResourceKind.INTERPRETER, true)),
                choice("roomId", "", of(all, ResourceKind.ROOM, false))), "/cases/" + file.caseId());
    }

    private List<Option> of(List<ResourceProjection> all, ResourceKind kind, boolean orNone) {
        List<Option> options = new ArrayList<>();
        if (orNone) {
            options.add(new Option("", "nobody"));
        }
        all.stream().filter(each -> each.kind() == kind)
                .map(each -> new Option(each.resourceId(), show.name(each)
                        + (each.languages() == null || each.languages().isEmpty() || kind == ResourceKind.ROOM
                                ? ""
                                : " (" + String.join(", ", each.languages()) + ")")))
                .forEach(options::add);
        return options;
    }

    /** The requested kind, or the proposed kind of the current step if staff cannot book the requested one. */
    private static AppointmentKind kind(CaseProjection file, String asked) {
        return AppointmentKind.withId(asked).filter(AppointmentKind::bookable)
                .orElseGet(() -> AppointmentKind.proposedDuring(file.step()));
    }

    private CaseProjection mine(StaffUser staff, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(Permission.BOOK_APPOINTMENT, file.office());
        return file;
    }
}
