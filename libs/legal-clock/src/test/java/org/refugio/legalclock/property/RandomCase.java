package org.refugio.legalclock.property;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.refugio.legalclock.DeadlineRequest;
import org.refugio.legalclock.model.ModelData;
import org.refugio.legalclock.model.ModelRule;

/** One question to the clock; {@code municipality} null asks for the authority's default. */
record RandomCase(ModelRule rule, LocalDate from, String municipality, int extension) {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = (int) FIRST.until(LocalDate.of(2041, 1, 1), ChronoUnit.DAYS);

    static RandomCase of(ModelData data, Random random) {
        ModelRule rule = data.rules().get(random.nextInt(data.rules().size()));
        int which = random.nextInt(RandomData.MUNICIPALITIES.size() + 1);
        int extension = rule.extension() == 0 || random.nextBoolean() ? 0 : 1 + random.nextInt(rule.extension());
        return new RandomCase(rule, FIRST.plusDays(random.nextInt(DAYS)),
                which == RandomData.MUNICIPALITIES.size() ? null : RandomData.MUNICIPALITIES.get(which), extension);
    }

    RandomCase later(int days) {
        return new RandomCase(rule, from.plusDays(days), municipality, extension);
    }

    DeadlineRequest request() {
        DeadlineRequest request = DeadlineRequest.of(rule.id(), from).withExtension(extension);
        return municipality == null ? request : request.withMunicipality(municipality);
    }
}
