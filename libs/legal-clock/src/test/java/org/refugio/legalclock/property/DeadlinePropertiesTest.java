package org.refugio.legalclock.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.refugio.legalclock.Deadline;
import org.refugio.legalclock.DeadlineRequest;
import org.refugio.legalclock.LegalClock;
import org.refugio.legalclock.Movement;
import org.refugio.legalclock.SkippedDay;
import org.refugio.legalclock.model.ModelData;
import org.refugio.legalclock.model.SlowClock;

/** Laws of the clock over random data; a failure prints the data, shrunk, and its case. */
class DeadlinePropertiesTest {

    /** Later than every date: the date of a count that an open-ended suspension stops. */
    private static final LocalDate NEVER = LocalDate.MAX;

    @Provide
    Arbitrary<ModelData> data() {
        return RandomData.data();
    }

    @AfterContainer
    static void say() {
        System.out.println("legal-clock: " + Batch.done() + " random cases");
    }

    @Property
    void everyAnswerIsTheSlowModelsAnswer(@ForAll("data") ModelData data, @ForAll long seed) {
        LegalClock clock = Batch.clock(data);
        SlowClock model = new SlowClock(data);
        Batch.of(data, seed, each -> {
            Deadline fast = clock.due(each.request());
            SlowClock.Answer slow = model.due(each.rule(), each.from(), each.municipality(), each.extension());
            check(each, fast.nominal(), slow.nominal());
            check(each, fast.earliestDefensible(), slow.earliest());
            check(each, fast.nominalInstant(), slow.instant());
            if (slow.nominal() != null) {
                check(each, fast.skipped().stream().map(SkippedDay::date).toList(), slow.skipped());
            }
        });
    }

    @Property
    void aLaterStartNeverEndsEarlier(@ForAll("data") ModelData data, @ForAll long seed) {
        LegalClock clock = Batch.clock(data);
        Random random = new Random(seed);
        Batch.of(data, seed, each -> {
            Movement one = dates(clock, each);
            Movement other = dates(clock, each.later(1 + random.nextInt(60)));
            notAfter(each, one.nominalBefore(), other.nominalBefore());
            notAfter(each, one.earliestBefore(), other.earliestBefore());
        });
    }

    @Property
    void theEarliestDefensibleDateIsNeverAfterTheNominalOne(@ForAll("data") ModelData data, @ForAll long seed) {
        LegalClock clock = Batch.clock(data);
        Batch.of(data, seed, each -> {
            Movement due = dates(clock, each);
            notAfter(each, due.earliestBefore(), due.nominalBefore());
            if (data.authority(each.rule().authority()).alsoInvoked().isEmpty()) {
                check(each, due.earliestBefore(), due.nominalBefore());
            }
        });
    }

    @Property
    void oneMoreRestDayNeverMakesADateEarlier(@ForAll("data") ModelData data, @ForAll long seed) {
        ModelData more = Changes.oneMoreRestDay(data, new Random(seed));
        LegalClock clock = Batch.clock(data);
        LegalClock newer = Batch.clock(more);
        Batch.of(data, seed, each -> {
            Movement moved = clock.recompute(each.request(), newer);
            notAfter(each, moved.nominalBefore(), moved.nominalAfter());
            notAfter(each, moved.earliestBefore(), moved.earliestAfter());
        });
    }

    @Property
    void aSuspensionInTwoAdjacentPartsChangesNothing(@ForAll("data") ModelData data, @ForAll long seed) {
        LegalClock clock = Batch.clock(data);
        LegalClock split = Batch.clock(Changes.everySuspensionSplit(data, new Random(seed)));
        Batch.of(data, seed, each -> {
            Movement moved = clock.recompute(each.request(), split);
            check(each, moved.moved(), false);
            check(each, moved.nominalAfter(), moved.nominalBefore());
            check(each, moved.earliestAfter(), moved.earliestBefore());
        });
    }

    @Property
    void recomputationAgreesWithTheTwoDeadlines(@ForAll("data") ModelData data, @ForAll long seed) {
        LegalClock clock = Batch.clock(data);
        LegalClock newer = Batch.clock(Changes.otherAbsences(data));
        Batch.of(data, seed, Math.max(1, Batch.CASES / 5), each -> {
            DeadlineRequest request = each.request();
            Deadline before = clock.due(request);
            Deadline after = newer.due(request);
            boolean moved = !(same(before.nominal(), after.nominal())
                    && same(before.earliestDefensible(), after.earliestDefensible()));
            check(each, clock.recompute(request, newer), new Movement(moved, before.nominal(), after.nominal(),
                    before.earliestDefensible(), after.earliestDefensible()));
        });
    }

    /** Both dates without the explanation, which takes longer than all the rest. */
    private static Movement dates(LegalClock clock, RandomCase each) {
        return clock.recompute(each.request(), clock);
    }

    private static boolean same(Object one, Object other) {
        return Objects.equals(one, other);
    }

    /** Plain comparison first: an assertion object for each of a million cases costs more than the cases. */
    private static void check(RandomCase each, Object actual, Object expected) {
        if (!same(actual, expected)) {
            assertThat(actual).as(each.toString()).isEqualTo(expected);
        }
    }

    private static void notAfter(RandomCase each, LocalDate one, LocalDate other) {
        LocalDate first = one == null ? NEVER : one;
        LocalDate second = other == null ? NEVER : other;
        if (first.isAfter(second)) {
            assertThat(first).as(each.toString()).isBeforeOrEqualTo(second);
        }
    }
}
