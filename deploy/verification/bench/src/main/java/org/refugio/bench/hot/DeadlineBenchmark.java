package org.refugio.bench.hot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.refugio.legalclock.DeadlineRequest;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.Movement;

/**
 * Whether one deadline of 30 or 45 working days moves when a calendar changes: two dates before and two after. The
 * plain version walks from day to day with a set of holidays.
 */
@State(Scope.Benchmark)
public class DeadlineBenchmark {

    private static final Set<MonthDay> HOLIDAYS = Set.copyOf(Stream.of("--01-01", "--02-05", "--03-21", "--05-01",
            "--05-05", "--09-01", "--09-16", "--11-20", "--12-25").map(MonthDay::parse).toList());
    private static final Set<MonthDay> AGREED = Set
            .copyOf(Stream.of("--01-01", "--05-01", "--09-16", "--12-25").map(MonthDay::parse).toList());

    private final LegalClock clock = LegalClock.shipped();
    private final LegalClock newer = LegalClock.shipped();
    private final DeadlineRequest[] requests = new DeadlineRequest[1024];
    private int next;

    @Setup
    public void open() {
        Random random = new Random(1);
        for (int i = 0; i < requests.length; i++) {
            String rule = random.nextBoolean() ? "file-application" : "decision";
            LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(7000));
            requests[i] = DeadlineRequest.of(rule, from).withMunicipality("tapachula");
        }
        recompute();
    }

    @Benchmark
    public Movement recompute() {
        return clock.recompute(request(), newer);
    }

    @Benchmark
    public Movement recomputePlain() {
        DeadlineRequest request = request();
        int days = request.rule().equals("decision") ? 45 : 30;
        LocalDate nominalBefore = walk(request.from(), days, HOLIDAYS);
        LocalDate earliestBefore = walk(request.from(), days, AGREED);
        LocalDate nominalAfter = walk(request.from(), days, HOLIDAYS);
        LocalDate earliestAfter = walk(request.from(), days, AGREED);
        return new Movement(!nominalBefore.equals(nominalAfter) || !earliestBefore.equals(earliestAfter),
                nominalBefore, nominalAfter, earliestBefore, earliestAfter);
    }

    private DeadlineRequest request() {
        return requests[next++ & 1023];
    }

    private static LocalDate walk(LocalDate from, int days, Set<MonthDay> holidays) {
        LocalDate day = from;
        for (int counted = 0; counted < days;) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            counted += weekend || holidays.contains(MonthDay.from(day)) ? 0 : 1;
        }
        return day;
    }
}
