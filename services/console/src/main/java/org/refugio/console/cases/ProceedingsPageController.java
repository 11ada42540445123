package org.refugio.console.cases;

import static org.refugio.console.pages.PageForm.seen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.pages.PageForm;
import org.refugio.console.pages.PageFormatter;
import org.refugio.console.pages.PageProblem;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.IntakeClient;
import org.refugio.console.services.OptionalAnswer;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.messaging.command.ProblemText;
import org.refugio.procedure.process.ActionDenial;
import org.refugio.procedure.process.ActionRule;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.procedure.process.Repetition;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ProceedingsPageController {

    private final ReadModel model;
    private final IntakeClient intake;
    private final CommandRedirect redirect;
    private final PageFormatter show;

    ProceedingsPageController(ReadModel model, IntakeClient intake, CommandRedirect redirect, PageFormatter show) {
        this.model = model;
        this.intake = intake;
        this.redirect = redirect;
        this.show = show;
    }

    /** What a correction replaces; {@code folio} is null where there is none. */
    public record Correcting(LocalDate on, String folio) {}

    @GetMapping("/cases/{id}/record/{what}")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    ModelAndView ask(StaffUser staff, @PathVariable String id, @PathVariable String what,
            @RequestParam(defaultValue = "false") boolean correction) {
        ActionRule rule = rule(what);
        CaseProjection file = mine(staff, rule, id);
        Optional<ActionDenial> denial = CaseProcess.shipped().denial(rule.action(), file.facts().recorded(),
                correction);
        if (denial.isPresent() && denial.get() instanceof ActionDenial.NotYet first) {
            return new ModelAndView("problem", Map.of("problem", problem(first)), HttpStatus.CONFLICT);
        }
        boolean correcting = correction && denial.isEmpty()
                || denial.isPresent() && denial.get() instanceof ActionDenial.AlreadyRecorded;
        ModelAndView page = new ModelAndView("form");
        page.getModelMap().addAttribute("file", file).addAttribute("form", form(file, rule, correcting))
                .addAttribute("correcting", correcting ? correcting(staff, file, rule) : null);
        return page;
    }

    @PostMapping("/cases/{id}/record/{what}")
    @RequiresPermission(Permission.RECORD_PROCEEDINGS)
    String record(StaffUser staff, Model page, @PathVariable String id, @PathVariable String what,
            @RequestParam Map<String, String> typed) {
        ActionRule rule = rule(what);
        CaseProjection file = mine(staff, rule, id);
        boolean correction = typed.containsKey("correction");
        try {
            return redirect.to("/cases/" + id, "intake",
                    intake.record(id, what, ProceedingsForms.command(rule.action(), typed), seen(typed),
                            typed.get("key")));
        } catch (ServiceRefusal no) {
            // what another person recorded meanwhile is replaced by a correction, with its reason
            boolean replaces = no.isOutdated() && rule.again() != Repetition.ALWAYS;
            page.addAttribute("file", file)
                    .addAttribute("form", form(file, rule, correction || replaces).after(no, typed))
                    .addAttribute("no", no)
                    .addAttribute("current", no.isOutdated() ? current(id, rule.action()) : null)
                    .addAttribute("correcting", correction && !replaces ? correcting(staff, file, rule) : null);
            return "form";
        }
    }

    /** What intake has now, which this page's own copy may not have yet; by the label of its field. */
    private Map<String, String> current(String id, CaseAction action) {
        return ProceedingsForms.current(action, OptionalAnswer.of(() -> intake.read(id)), show);
    }

    /** The same words as intake's refusal. */
    private static PageProblem problem(ActionDenial denial) {
        ProblemText text = ProblemText.of(ActionDenial.class, denial.rule(), denial.arguments(),
                LocaleContextHolder.getLocale());
        return new PageProblem(text.title(), text.detail());
    }

    private Correcting correcting(StaffUser staff, CaseProjection file, ActionRule rule) {
        boolean folio = rule.action() == CaseAction.RECORD_SUBMISSION
                && staff.caller().may(Permission.READ_CASE, file.office());
        return file.facts().recorded().on(rule.action())
                .map(on -> new Correcting(on, folio ? show.open(file.facts().folio()) : null)).orElse(null);
    }

    private static ActionRule rule(String what) {
        return CaseProcess.shipped().fact(what).orElseThrow(NotVisible::new);
    }

    private static PageForm form(CaseProjection file, ActionRule rule, boolean correction) {
        List<PageForm.Field> fields = new ArrayList<>(ProceedingsForms.fields(rule.action(), correction));
        fields.add(seen(file.seen(rule.action())));
        return new PageForm("record." + rule.fact(), "/cases/" + file.caseId() + "/record/" + rule.fact(), fields,
                "/cases/" + file.caseId());
    }

    private CaseProjection mine(StaffUser staff, ActionRule rule, String id) {
        CaseProjection file = model.cases().find(id).orElseThrow(NotVisible::new);
        staff.caller().require(ProceedingsForms.permission(rule), file.office());
        return file;
    }
}
