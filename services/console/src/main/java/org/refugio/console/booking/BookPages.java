package org.refugio.console.booking;

import static org.refugio.console.pages.Form.choice;
import static org.refugio.console.pages.Form.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.access.Needs;
import org.refugio.access.NotYours;
import org.refugio.access.Permission;
import org.refugio.console.login.Staff;
import org.refugio.console.pages.Form;
import org.refugio.console.pages.Form.Option;
import org.refugio.console.pages.Show;
import org.refugio.console.readmodel.CaseFile;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.readmodel.Staffing;
import org.refugio.console.services.Commands;
import org.refugio.console.services.SaidNo;
import org.refugio.contracts.AppointmentKind;
import org.refugio.contracts.ResourceKind;
import org.refugio.contracts.Step;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BookPages {

    private static final int MANY = 500;

    private final ReadModel model;
    private final Commands services;
    private final Show show;

    BookPages(ReadModel model, Commands services, Show show) {
        this.model = model;
        this.services = services;
        this.show = show;
    }

    @GetMapping("/cases/{id}/book")
    @Needs(Permission.BOOK_APPOINTMENT)
    String ask(Staff staff, Model page, @PathVariable String id, @RequestParam(required = false) AppointmentKind kind,
            @RequestParam(defaultValue = "") String from, @RequestParam(required = false) String arriving) {
        if (arriving != null && model.cases().find(id).isEmpty()) {
            return "arriving";
        }
        fill(staff, page, mine(staff, id), kind, from);
        return "book";
    }

    @PostMapping("/cases/{id}/book")
    @Needs(Permission.BOOK_APPOINTMENT)
    String book(Staff staff, Model page, @PathVariable String id, @RequestParam Map<String, String> typed) {
        CaseFile file = mine(staff, id);
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("caseId", id);
        command.put("kind", typed.get("kind"));
        command.put("localStart", typed.get("localStart"));
        command.put("minutes", 60);
        for (String held : List.of("lawyerId", "interpreterId", "roomId")) {
            if (!typed.getOrDefault(held, "").isBlank()) {
                command.put(held, typed.get(held));
            }
        }
        try {
            Commands.Done done = services.post(staff, "scheduling", "/v1/appointments", command, typed.get("key"));
            return "redirect:/cases/" + id + (done.shown() ? "" : "?arriving");
        } catch (SaidNo no) {
            page.addAttribute("no", no);
            fill(staff, page, file, AppointmentKind.valueOf(typed.getOrDefault("kind", "CONSULTATION")), "");
            page.addAttribute("form", ((Form) page.getAttribute("form")).with(typed));
            return "book";
        }
    }

    private void fill(Staff staff, Model page, CaseFile file, AppointmentKind asked, String from) {
        AppointmentKind kind = asked == null ? due(file.step()) : asked;
        page.addAttribute("file", file).addAttribute("kind", kind).addAttribute("from", from)
                .addAttribute("kinds", AppointmentKind.values())
                .addAttribute("slots",
                        services.getIfPossible(staff, "scheduling",
                                "/v1/slots?minutes=60&caseId=" + file.caseId() + "&kind=" + kind
                                        + (from.matches("[0-9T:-]{10,19}") ? "&from=" + from : "")))
                .addAttribute("show", show).addAttribute("form", byHand(file, kind))
                .addAttribute("names", names(file.office()));
    }

    private Map<String, String> names(String office) {
        Map<String, String> names = new LinkedHashMap<>();
        model.staffing().where("office", office, MANY).forEach(each -> names.put(each.resourceId(), show.name(each)));
        return names;
    }

    private Form byHand(CaseFile file, AppointmentKind kind) {
        List<Staffing> all = model.staffing().where("office", file.office(), MANY);
        return new Form("book.by-hand", "/cases/" + file.caseId() + "/book", List.of(
                choice("kind", kind.name(),
                        List.of(AppointmentKind.values()).stream().map(each -> new Option(each.name(), "kind." + each))
                                .toList()),
                field("localStart", "datetime-local", true),
                choice("lawyerId", "", of(all, ResourceKind.LAWYER, false)),
                new Form.Field("interpreterId", "select", false, "", of(all, ResourceKind.INTERPRETER, true)),
                choice("roomId", "", of(all, ResourceKind.ROOM, false))), "/cases/" + file.caseId());
    }

    private List<Option> of(List<Staffing> all, ResourceKind kind, boolean orNone) {
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

    private static AppointmentKind due(Step step) {
        return switch (step) {
            case INITIAL_CONSULTATION, DOCUMENT_GATHERING -> AppointmentKind.CONSULTATION;
            case APPLICATION_SUBMISSION, INTERVIEW_PREPARATION, AUTHORITY_INTERVIEW ->
                AppointmentKind.INTERVIEW_PREPARATION;
            case DECISION, FOLLOW_UP -> AppointmentKind.FOLLOW_UP;
        };
    }

    private CaseFile mine(Staff staff, String id) {
        CaseFile file = model.cases().find(id).orElseThrow(NotYours::new);
        staff.caller().require(Permission.BOOK_APPOINTMENT, file.office());
        return file;
    }
}
