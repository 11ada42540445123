package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.CountUnit;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.HolidaySet;
import org.refugio.legalclock.data.LocalizedText;
import org.refugio.legalclock.data.Verification;

/** What an answer rests on: articles, versions, and what of it is not verified. */
record Sources(CountedRule rule, AuthorityCalendar calendar) {

    List<String> citations() {
        Set<String> all = new LinkedHashSet<>();
        all.add(rule.citation());
        if (rule.unit() == CountUnit.WORKING_DAYS) {
            calendar.countStarts().ifPresent(all::add);
        }
        if (!rule.lastDay().citation().isEmpty()) {
            all.add(rule.lastDay().citation());
        }
        all.add(calendar.hours().citation());
        return List.copyOf(all);
    }

    String calendarVersion() {
        return Stream.concat(Stream.of(calendar.id() + " " + calendar.version()),
                holidaySets().map(set -> set.id() + " " + set.version())).collect(Collectors.joining("; "));
    }

    List<LocalizedText> warnings(LocalDate from) {
        List<LocalizedText> all = new ArrayList<>();
        if (!rule.effective().includes(from)) {
            all.add(new LocalizedText("rule " + rule.id() + " was not in force on " + from + "; its effective date is "
                    + rule.effective().from() + ": a lawyer must confirm the term",
                    "la regla " + rule.id()
                            + " no estaba vigente el " + from + "; rige desde el " + rule.effective().from()
                            + ": una persona abogada debe confirmar el plazo"));
        }
        unverified("rule " + rule.id(), "regla " + rule.id(), rule.verification(), all);
        unverified(calendar.authority() + " calendar", "calendario " + calendar.authority(), calendar.verification(),
                all);
        holidaySets().forEach(set -> unverified(set.law(), set.law(), set.verification(), all));
        return all;
    }

    private Stream<HolidaySet> holidaySets() {
        return Stream.concat(calendar.holidays().stream(), calendar.alsoInvoked().stream()).distinct();
    }

    private static void unverified(String what, String que, Verification verification, List<LocalizedText> all) {
        if (verification instanceof Verification.Unverified(LocalizedText missing)) {
            all.add(new LocalizedText(what + ", unverified: " + missing.en(),
                    que + ", sin verificar: " + missing.es()));
        }
    }
}
