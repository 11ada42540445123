package org.refugio.legalclock.property;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.refugio.legalclock.model.Absence;
import org.refugio.legalclock.model.ModelAuthority;
import org.refugio.legalclock.model.ModelData;
import org.refugio.legalclock.model.ModelHoliday;
import org.refugio.legalclock.model.ModelHoliday.Fixed;

/** Changes of the data whose effect on the dates is known. */
final class Changes {

    private Changes() {
    }

    /** A holiday in a law, or a closure or suspension of one day, of one municipality or of all. */
    static ModelData oneMoreRestDay(ModelData data, Random random) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(20 * 365));
        ModelAuthority authority = data.authorities().get(random.nextInt(data.authorities().size()));
        String one = RandomData.MUNICIPALITIES.get(random.nextInt(RandomData.MUNICIPALITIES.size()));
        Absence absence = new Absence(day, day, random.nextBoolean() ? Set.of() : Set.of(one));
        return switch (random.nextInt(3)) {
            case 0 -> {
                String law = RandomData.LAWS.get(random.nextInt(RandomData.LAWS.size()));
                List<ModelHoliday> holidays = new ArrayList<>(data.laws().get(law));
                holidays.add(new Fixed(MonthDay.from(day), null, null));
                yield data.withLaw(law, holidays);
            }
            case 1 -> data.withAuthority(authority.id(), each -> each.withClosures(with(each.closures(), absence)));
            default ->
                data.withAuthority(authority.id(), each -> each.withSuspensions(with(each.suspensions(), absence)));
        };
    }

    /** The absence is left out where it would overlap another: data with an overlap is refused. */
    private static List<Absence> with(List<Absence> absences, Absence more) {
        return absences.stream().anyMatch(each -> each.covers(more.from()))
                ? absences
                : Stream.concat(absences.stream(), Stream.of(more)).toList();
    }

    static ModelData everySuspensionSplit(ModelData data, Random random) {
        ModelData changed = data;
        for (ModelAuthority each : data.authorities()) {
            changed = changed.withAuthority(each.id(), authority -> authority.withSuspensions(
                    authority.suspensions().stream().flatMap(suspension -> split(suspension, random)).toList()));
        }
        return changed;
    }

    private static Stream<Absence> split(Absence whole, Random random) {
        long days = whole.until() == null ? 100 : ChronoUnit.DAYS.between(whole.from(), whole.until());
        if (days == 0) {
            return Stream.of(whole);
        }
        LocalDate last = whole.from().plusDays(random.nextLong(days));
        return Stream.of(new Absence(whole.from(), last, whole.municipalities()),
                new Absence(last.plusDays(1), whole.until(), whole.municipalities()));
    }

    /** Closures and suspensions change places; a suspension without an end becomes a month. */
    static ModelData otherAbsences(ModelData data) {
        ModelData changed = data;
        for (ModelAuthority each : data.authorities()) {
            changed = changed.withAuthority(each.id(), authority -> authority.withSuspensions(authority.closures())
                    .withClosures(authority.suspensions().stream().map(Changes::ended).toList()));
        }
        return changed;
    }

    private static Absence ended(Absence absence) {
        return absence.until() == null
                ? new Absence(absence.from(), absence.from().plusDays(30), absence.municipalities())
                : absence;
    }
}
