package org.refugio.legalclock.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.refugio.legalclock.DeadlineRequest;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.Movement;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.DeadlineRule;
import org.refugio.legalclock.data.Municipality;

/** The shipped files against the articles, which are written a second time in {@link Articles}. */
class ShippedCalendarsTest {

    private final LegalClock clock = LegalClock.shipped();

    @Test
    void everyRuleWithANumberIsWrittenASecondTime() {
        List<String> counted = clock.rules().stream().filter(CountedRule.class::isInstance).map(DeadlineRule::id)
                .toList();
        assertThat(ShippedRule.all()).extracting(ShippedRule::id).containsExactlyInAnyOrderElementsOf(counted);
    }

    @Test
    void everyRuleEndsOnTheDaysOfTheArticlesFromEveryDay() {
        Random municipalities = new Random(28);
        List<Municipality> all = clock.municipalities();
        for (ShippedRule rule : ShippedRule.all()) {
            for (LocalDate from = LocalDate.of(2020, 1, 1); from.getYear() < 2041; from = from.plusDays(1)) {
                String municipality = all.get(municipalities.nextInt(all.size())).id();
                int extension = rule.extension() == 0 ? 0 : municipalities.nextInt(rule.extension() + 1);
                check(rule, new DeadlineRequest(rule.id(), from, municipality, extension));
            }
        }
    }

    private void check(ShippedRule rule, DeadlineRequest request) {
        Movement due = clock.recompute(request, clock);
        LocalDate nominal = rule.nominal(request.from(), request.extensionDays());
        LocalDate earliest = rule.earliest(request.from(), request.extensionDays());
        if (!nominal.equals(due.nominalBefore()) || !earliest.equals(due.earliestBefore())) {
            assertThat(due).as(request.toString()).isEqualTo(new Movement(false, nominal, nominal, earliest, earliest));
        }
    }
}
