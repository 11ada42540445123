package org.refugio.console.pages;

import org.refugio.contracts.Step;
import org.refugio.procedure.Procedures;
import org.refugio.procedure.process.AppointmentKind;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The names of steps, documents and kinds of appointment in the reader's language; templates know it as {@code @procedure}. */
@Component("procedure")
public class ProcedureFormatter {

    private final Procedures procedures = Procedures.shipped();
    private final PageFormatter show;

    ProcedureFormatter(PageFormatter show) {
        this.show = show;
    }

    public String step(String step) {
        return step(Step.valueOf(step));
    }

    public String step(Step step) {
        return procedures.stepTitle(step, language());
    }

    /** A line of the checklist. */
    public String paper(String itemId) {
        return procedures.paperName(itemId, language());
    }

    /** A kind of appointment, or its id when this build does not know it. */
    public String kind(String id) {
        return AppointmentKind.withId(id).map(each -> each.name().in(language())).orElse(id);
    }

    /** Whether staff may move, close or cancel an appointment of this kind. */
    public boolean bookable(String kind) {
        return AppointmentKind.withId(kind).filter(AppointmentKind::bookable).isPresent();
    }

    /** The detail of a timeline entry: {@code step.…}, {@code item.…}, {@code kind.…}, or a key of the page texts. */
    public String detail(String key) {
        String name = key.substring(key.indexOf('.') + 1);
        return switch (key.substring(0, Math.max(0, key.indexOf('.')))) {
            case "step" -> step(name);
            case "item" -> paper(name);
            case "kind" -> kind(name);
            default -> show.text(key);
        };
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
