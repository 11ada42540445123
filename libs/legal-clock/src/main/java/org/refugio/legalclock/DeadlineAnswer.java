package org.refugio.legalclock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.refugio.legalclock.data.LocalizedText;

/** Builds the answer with its explanation. */
final class DeadlineAnswer {

    private DeadlineAnswer() {
    }

    static Deadline of(DeadlineRequest request, ResolvedRequest resolved, String ruleVersion) {
        LocalDate nominal = ResolvedRequest.date(resolved.nominal());
        LocalDate earliest = ResolvedRequest.date(resolved.earliest());
        Sources sources = new Sources(resolved.rule(), resolved.calendar());
        List<LocalizedText> warnings = sources.warnings(request.from());
        List<DayOfCount> days = days(resolved, nominal);
        Count count = new Count(resolved.rule(), resolved.calendar(), resolved.municipality(),
                request.extensionDays(), nominal == null ? resolved.compiled().openSince() : Optional.empty(), days,
                warnings);
        return new Deadline(request.rule(), request.from(), nominal, earliest, closing(resolved, nominal),
                days.stream().filter(DayOfCount::skipped).map(DeadlineAnswer::skipped).toList(), sources.citations(),
                warnings.stream().map(LocalizedText::en).toList(), ruleVersion, sources.calendarVersion(), count);
    }

    static SkippedDay skipped(DayOfCount day) {
        return new SkippedDay(day.date(), day.why().en(), day.citation());
    }

    private static Instant closing(ResolvedRequest resolved, LocalDate nominal) {
        return nominal == null
                ? null
                : nominal.atTime(resolved.calendar().hours().closes())
                        .atZone(resolved.municipality().zone()).toInstant();
    }

    private static List<DayOfCount> days(ResolvedRequest resolved, LocalDate nominal) {
        LocalDate from = resolved.request().from();
        LocalDate until = nominal == null ? firstSuspended(resolved, from) : nominal;
        int value = resolved.rule().value();
        DayList list = new DayList(resolved.rule(), new NonWorkingDays(resolved.calendar(), resolved.municipality()));
        LocalDate term = ResolvedRequest.date(CompiledCalendar.endOfTerm(resolved.compiled().nominal(),
                resolved.rule(), WorkingDays.offset(from), value));
        if (term == null || resolved.request().extensionDays() == 0) {
            return list.term(from, until, value).days();
        }
        return list.term(from, term, value).term(term, until, resolved.request().extensionDays()).days();
    }

    private static LocalDate firstSuspended(ResolvedRequest resolved, LocalDate from) {
        LocalDate since = resolved.compiled().openSince().orElseThrow();
        return since.isAfter(from) ? since : from.plusDays(1);
    }
}
