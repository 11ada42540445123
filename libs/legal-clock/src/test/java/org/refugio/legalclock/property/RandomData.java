package org.refugio.legalclock.property;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.refugio.legalclock.model.Absence;
import org.refugio.legalclock.model.ModelAuthority;
import org.refugio.legalclock.model.ModelData;
import org.refugio.legalclock.model.ModelHoliday;
import org.refugio.legalclock.model.ModelRule;

/** Random data of a legal clock: two authorities, four municipalities in different zones, four laws and ten rules. */
final class RandomData {

    static final List<String> LAWS = List.of("law-a", "law-b", "law-c", "law-d");
    static final List<String> MUNICIPALITIES = List.of("tapachula", "tijuana", "ciudad-juarez", "cancun");
    static final List<String> AUTHORITIES = List.of("comar", "inm", "sre", "tfja", "federal-courts", "data-controller");

    private static final Map<String, String> ZONES = new TreeMap<>(Map.of("tapachula", "America/Mexico_City", "tijuana",
            "America/Tijuana", "ciudad-juarez", "America/Ciudad_Juarez", "cancun", "America/Cancun"));

    private RandomData() {
    }

    static Arbitrary<ModelData> data() {
        return Combinators.combine(laws(), authorities()).flatAs((laws, authorities) -> rules(
                authorities.stream().map(ModelAuthority::id).toList())
                .map(rules -> new ModelData(ZONES, laws, authorities, rules)));
    }

    private static Arbitrary<Map<String, List<ModelHoliday>>> laws() {
        return RandomHolidays.law().list().ofSize(LAWS.size()).map(laws -> {
            Map<String, List<ModelHoliday>> named = new TreeMap<>();
            IntStream.range(0, LAWS.size()).forEach(each -> named.put(LAWS.get(each), laws.get(each)));
            return named;
        });
    }

    private static Arbitrary<List<ModelAuthority>> authorities() {
        return Arbitraries.of(AUTHORITIES).set().ofSize(2)
                .flatMap(ids -> authority().list().ofSize(2).map(authorities -> {
                    List<String> names = ids.stream().sorted().toList();
                    return IntStream.range(0, 2).mapToObj(each -> named(names.get(each), authorities.get(each)))
                            .toList();
                }));
    }

    private static ModelAuthority named(String id, ModelAuthority authority) {
        return new ModelAuthority(id, authority.laws(), authority.alsoInvoked(), authority.closing(),
                authority.municipality(), authority.closures(), authority.suspensions());
    }

    private static Arbitrary<ModelAuthority> authority() {
        Arbitrary<List<String>> laws = Arbitraries.of(LAWS).set().ofMinSize(1).ofMaxSize(2).map(List::copyOf);
        Arbitrary<List<String>> alsoInvoked = Arbitraries.of(LAWS).set().ofMaxSize(2).map(List::copyOf);
        Arbitrary<LocalTime> closing = Arbitraries.integers().between(9 * 60, 24 * 60 - 1)
                .map(minutes -> LocalTime.ofSecondOfDay(minutes * 60L));
        return Combinators.combine(laws, alsoInvoked, closing, Arbitraries.of(MUNICIPALITIES), absences(25, false),
                absences(150, true)).as(
                        (own, also, time, municipality, closures, suspensions) -> new ModelAuthority("",
                                own, also, time, municipality, closures, suspensions));
    }

    private static Arbitrary<List<ModelRule>> rules(List<String> authorities) {
        Arbitrary<ModelRule> rule = Combinators
                .combine(Arbitraries.integers().between(1, 90), Arbitraries.of(true, true, true, false),
                        Arbitraries.of(authorities), Arbitraries.integers().between(0, 45),
                        Arbitraries.of(true, true, true, false))
                .as((value, working, authority, extension, rolls) -> new ModelRule("", value, working, authority,
                        extension, rolls));
        return rule.list().ofSize(10).map(rules -> IntStream.range(0, 10).mapToObj(each -> {
            ModelRule one = rules.get(each);
            return new ModelRule("rule-" + each, one.value(), one.workingDays(), one.authority(), one.extension(),
                    one.rolls());
        }).toList());
    }

    /** Absences one after the other, so that none overlaps another; a gap of 0 makes two of them adjacent. */
    private static Arbitrary<List<Absence>> absences(int longest, boolean mayBeOpen) {
        record Link(int gap, int length, Set<String> municipalities) {}
        Arbitrary<Link> link = Combinators.combine(
                Arbitraries.oneOf(Arbitraries.integers().between(0, 3), Arbitraries.integers().between(4, 1500)),
                Arbitraries.integers().between(1, longest),
                Arbitraries.oneOf(Arbitraries.just(Set.<String>of()),
                        Arbitraries.of(MUNICIPALITIES).set().ofMinSize(1).ofMaxSize(3)))
                .as(Link::new);
        Arbitrary<Boolean> open = Arbitraries.of(mayBeOpen, false, false);
        return Combinators.combine(link.list().ofMaxSize(12), open).as((links, lastIsOpen) -> {
            List<Absence> absences = new ArrayList<>();
            LocalDate next = LocalDate.of(2020, 1, 1);
            for (Link each : links) {
                LocalDate from = next.plusDays(each.gap());
                LocalDate until = from.plusDays(each.length() - 1L);
                if (until.isBefore(LocalDate.of(2041, 1, 1))) {
                    boolean last = each == links.getLast();
                    absences.add(new Absence(from, last && lastIsOpen ? null : until, each.municipalities()));
                    next = until.plusDays(1);
                }
            }
            return absences;
        });
    }
}
