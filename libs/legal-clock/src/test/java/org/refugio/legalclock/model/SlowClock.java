package org.refugio.legalclock.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks from day to day. A count that has not ended in {@link #END} never ends: no generated deadline is that long, so
 * an open-ended suspension stopped it.
 */
public final class SlowClock {

    private static final LocalDate BEGIN = LocalDate.of(2019, 1, 1);
    private static final LocalDate END = LocalDate.of(2045, 1, 1);
    private static final int LAST = index(END);

    private final ModelData data;
    private final Map<String, BitSet> rest = new HashMap<>();
    private final Map<String, BitSet> laws = new HashMap<>();

    public SlowClock(ModelData data) {
        this.data = data;
    }

    public record Answer(LocalDate nominal, LocalDate earliest, Instant instant, List<LocalDate> skipped) {}

    public Answer due(ModelRule rule, LocalDate from, String requested, int extension) {
        ModelAuthority authority = data.authority(rule.authority());
        String municipality = requested == null ? authority.municipality() : requested;
        BitSet nominalRest = rest(authority, municipality, false);
        LocalDate nominal = extend(rule, count(rule, from, rule.value(), nominalRest), extension, nominalRest);
        BitSet earliestRest = rest(authority, municipality, !authority.alsoInvoked().isEmpty());
        LocalDate earliest = extend(rule, count(rule, from, rule.value(), earliestRest), extension, earliestRest);
        Instant instant = nominal == null
                ? null
                : nominal.atTime(authority.closing()).atZone(ZoneId.of(data.zones().get(municipality))).toInstant();
        List<LocalDate> skipped = nominal == null ? List.of() : skipped(rule, from, nominal, extension, nominalRest);
        return new Answer(nominal, earliest, instant, skipped);
    }

    /** Days without work before the last day; of a term of calendar days only those over which its last day rolls. */
    private List<LocalDate> skipped(ModelRule rule, LocalDate from, LocalDate nominal, int extension, BitSet rest) {
        LocalDate term = count(rule, from, rule.value(), rest);
        List<LocalDate> skipped = new ArrayList<>();
        for (LocalDate day = from.plusDays(1); day.isBefore(nominal); day = day.plusDays(1)) {
            boolean rolled = !day.isBefore(from.plusDays(rule.value())) && day.isBefore(term)
                    || !day.isBefore(term.plusDays(extension));
            if (rest.get(index(day)) && (rule.workingDays() || rule.rolls() && rolled)) {
                skipped.add(day);
            }
        }
        return skipped;
    }

    private LocalDate extend(ModelRule rule, LocalDate due, int extension, BitSet rest) {
        return due == null || extension == 0 ? due : count(rule, due, extension, rest);
    }

    private LocalDate count(ModelRule rule, LocalDate from, int days, BitSet rest) {
        int day = index(from);
        int counted = 0;
        while (counted < days && day < LAST) {
            day++;
            counted += rule.workingDays() && rest.get(day) ? 0 : 1;
        }
        while (rule.rolls() && rest.get(day) && day < LAST) {
            day++;
        }
        return day == LAST ? null : BEGIN.plusDays(day);
    }

    private static int index(LocalDate day) {
        return (int) (day.toEpochDay() - BEGIN.toEpochDay());
    }

    private BitSet rest(ModelAuthority authority, String municipality, boolean earliest) {
        return rest.computeIfAbsent(authority.id() + " " + municipality + " " + earliest, key -> {
            BitSet days = new BitSet();
            authority.laws().forEach(each -> days.or(law(each)));
            if (earliest) {
                authority.alsoInvoked().forEach(each -> days.and(law(each)));
            } else {
                authority.closures().forEach(each -> mark(each, municipality, days));
            }
            authority.suspensions().forEach(each -> mark(each, municipality, days));
            return days;
        });
    }

    private static void mark(Absence absence, String municipality, BitSet days) {
        LocalDate day = absence.from();
        while (absence.concerns(municipality) && day.isBefore(END) && absence.covers(day)) {
            days.set(index(day));
            day = day.plusDays(1);
        }
    }

    private BitSet law(String id) {
        return laws.computeIfAbsent(id, key -> {
            BitSet days = new BitSet();
            for (LocalDate day = BEGIN; day.isBefore(END); day = day.plusDays(1)) {
                for (ModelHoliday each : data.laws().get(id)) {
                    if (each.rests(day)) {
                        days.set(index(day));
                    }
                }
            }
            return days;
        });
    }
}
