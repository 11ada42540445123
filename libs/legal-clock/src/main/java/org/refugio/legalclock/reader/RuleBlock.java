package org.refugio.legalclock.reader;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.refugio.legalclock.data.Certainty;
import org.refugio.legalclock.data.CountUnit;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.DeadlineRule;
import org.refugio.legalclock.data.Extension;
import org.refugio.legalclock.data.LastDay;
import org.refugio.legalclock.data.LocalizedText;
import org.refugio.legalclock.data.Period;
import org.refugio.legalclock.data.UndecidedRule;

/** The lines of one rule. */
final class RuleBlock {

    private static final Set<String> KEYWORDS = Set.of("title", "value", "unit", "trigger", "authority", "citation",
            "certainty", "effective", "extension", "non-working-last-day", "verified", "unverified", "undecided");
    private static final int MOST_DAYS = 10_000;

    private final DataLine start;
    private final String id;
    private final UniqueLines lines;

    RuleBlock(DataLine start) {
        this.start = start;
        this.id = start.atMost(1).text(0, "id");
        this.lines = new UniqueLines(start.file(), start.number(), "rule " + id);
    }

    void add(DataLine line) {
        if (!KEYWORDS.contains(line.keyword())) {
            throw line.unknownKeyword("one of " + String.join(", ", KEYWORDS.stream().sorted().toList()));
        }
        lines.add(line.keyword().equals("title") ? "title " + line.text(0, "language") : line.keyword(), line);
    }

    DataLine start() {
        return start;
    }

    DeadlineRule rule(Set<String> authorities) {
        return lines.optional("undecided").<DeadlineRule>map(this::undecided).orElseGet(() -> counted(authorities));
    }

    private UndecidedRule undecided(DataLine undecided) {
        for (String excluded : Set.of("value", "unit", "extension")) {
            lines.optional(excluded).ifPresent(line -> {
                throw line.refused("an undecided rule has no " + excluded + ": remove 'undecided' or this line");
            });
        }
        return new UndecidedRule(id, title(), LocalizedText.parse(optional("trigger")), optional("citation"),
                undecided.atMost(1).localized(0, "text that says who must decide"));
    }

    private CountedRule counted(Set<String> authorities) {
        Certainty certainty = certainty();
        DataLine authority = lines.required("authority").atMost(1);
        if (!authorities.contains(authority.text(0, "authority"))) {
            throw authority.refused("unknown authority '" + authority.text(0, "authority")
                    + "': add its file to calendars/, or use one of " + String.join(", ", authorities));
        }
        return new CountedRule(id, title(), days(lines.required("value").atMost(1), 0), unit(),
                lines.required("trigger").atMost(1).localized(0, "trigger"), authority.text(0, "authority"),
                lines.required("citation").atMost(1).text(0, "citation"), certainty, effective(), extension(),
                lastDay(), lines.verification(certainty));
    }

    private LocalizedText title() {
        return new LocalizedText(lines.required("title en").atMost(2).text(1, "title"),
                lines.required("title es").atMost(2).text(1, "title"));
    }

    private String optional(String key) {
        return lines.optional(key).map(line -> line.atMost(1).text(0, key)).orElse("");
    }

    private Certainty certainty() {
        DataLine line = lines.required("certainty").atMost(1);
        String text = line.text(0, "certainty");
        Certainty certainty = Arrays.stream(Certainty.values()).filter(each -> each.name().equals(text)).findFirst()
                .orElseThrow(() -> line.refused("'" + text + "' is not a certainty: write A, B, C or U"));
        if (certainty == Certainty.C || certainty == Certainty.U) {
            throw line.refused("certainty " + text + " is not enough for a value: write 'undecided …' instead of"
                    + " value and unit, so that a person decides");
        }
        return certainty;
    }

    private CountUnit unit() {
        DataLine line = lines.required("unit").atMost(1);
        return switch (line.text(0, "unit")) {
            case "working-days" -> CountUnit.WORKING_DAYS;
            case "calendar-days" -> CountUnit.CALENDAR_DAYS;
            default -> throw line.refused("'" + line.text(0, "unit") + "' is not a unit: write working-days or"
                    + " calendar-days");
        };
    }

    private Period effective() {
        DataLine line = lines.required("effective").atMost(2);
        return line.periodOf(line.date(0, "start"),
                line.fields().size() == 2 ? line.date(1, "end") : LocalDate.MAX);
    }

    private Extension extension() {
        return lines.optional("extension").<Extension>map(line -> {
            if (line.atMost(2).text(0, "length").equals("undecided")) {
                return new Extension.Undecided(line.localized(1, "text that says who must decide"));
            }
            if (!line.text(0, "length").endsWith(" once")) {
                throw line.refused("write 'extension DAYS once | grounds', or 'extension undecided | who decides'");
            }
            return new Extension.Once(days(line, " once".length()), line.localized(1, "grounds"));
        }).orElseGet(Extension.NotAllowed::new);
    }

    private LastDay lastDay() {
        DataLine line = lines.required("non-working-last-day").atMost(2);
        return switch (line.text(0, "what happens")) {
            case "next-working-day" -> new LastDay(true, line.text(1, "citation"));
            case "as-is" -> new LastDay(false, line.fields().size() == 2 ? line.text(1, "citation") : "");
            default -> throw line.refused("write next-working-day or as-is");
        };
    }

    private static int days(DataLine line, int suffix) {
        String text = line.text(0, "number of days");
        String number = text.substring(0, text.length() - suffix).strip();
        if (!number.matches("[0-9]{1,5}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > MOST_DAYS) {
            throw line.refused("'" + number + "' is not a number of days from 1 to " + MOST_DAYS);
        }
        return Integer.parseInt(number);
    }
}
