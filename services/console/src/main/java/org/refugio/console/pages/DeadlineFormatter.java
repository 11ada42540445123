package org.refugio.console.pages;

import java.time.LocalDate;
import java.util.List;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.procedure.process.CaseDeadline;
import org.refugio.procedure.process.CaseDeadlines;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The deadlines of a case in the reader's language; templates know it as {@code @deadlines}. */
@Component("deadlines")
public class DeadlineFormatter {

    private final CaseDeadlines deadlines = new CaseDeadlines();
    private final PageFormatter show;

    DeadlineFormatter(PageFormatter show) {
        this.show = show;
    }

    /** Those that are running, in the order of the procedure. */
    public List<CaseDeadline> of(CaseProjection file) {
        return deadlines.running(file.entryDate(), file.facts().recorded(), file.facts().outcome(), file.office());
    }

    /** What has to be done. */
    public String title(CaseDeadline deadline) {
        return deadline.title().in(LocaleContextHolder.getLocale().getLanguage());
    }

    /** Whether the earliest defensible date has passed, by the domain clock in the office. */
    public boolean passed(CaseDeadline deadline, CaseProjection file) {
        LocalDate earliest = deadline.earliest();
        return earliest != null && earliest.isBefore(show.today(file.office()));
    }
}
