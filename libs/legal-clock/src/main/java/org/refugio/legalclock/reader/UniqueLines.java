package org.refugio.legalclock.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.refugio.legalclock.data.Certainty;
import org.refugio.legalclock.data.InvalidCalendarData;
import org.refugio.legalclock.data.Verification;

/** Lines whose keyword may occur once in a file or a block. */
final class UniqueLines {

    private final String file;
    private final int start;
    private final String owner;
    private final Map<String, DataLine> lines = new HashMap<>();

    /**
     * @param start the line to name when a keyword is missing
     * @param owner whose keywords they are, for messages
     */
    UniqueLines(String file, int start, String owner) {
        this.file = file;
        this.start = start;
        this.owner = owner;
    }

    void add(String key, DataLine line) {
        DataLine first = lines.putIfAbsent(key, line);
        if (first != null) {
            throw line.refused("'" + key + "' is already on line " + first.number());
        }
    }

    DataLine required(String key) {
        return optional(key).orElseThrow(
                () -> new InvalidCalendarData(file, start,
                        owner + ": missing " + key + ": add a line '" + key + " …'"));
    }

    Optional<DataLine> optional(String key) {
        return Optional.ofNullable(lines.get(key));
    }

    /** {@code verified CERTAINTY | by | date} or {@code unverified …}. */
    Verification verification() {
        return verified(line -> {
            Certainty certainty = switch (line.text(0, "certainty")) {
                case "A" -> Certainty.A;
                case "B" -> Certainty.B;
                default -> throw line.refused("only certainty A or B can be verified, not '" + line.text(0, "certainty")
                        + "': write 'unverified …' instead");
            };
            return new Verification.Verified(certainty, line.text(1, "name of who verified it"),
                    line.atMost(3).date(2, "verification"));
        });
    }

    /** {@code verified by | date} of a rule, which has its certainty on a line of its own, or {@code unverified …}. */
    Verification verification(Certainty certainty) {
        return verified(line -> new Verification.Verified(certainty, line.text(0, "name of who verified it"),
                line.atMost(2).date(1, "verification")));
    }

    private Verification verified(Function<DataLine, Verification> reading) {
        Optional<DataLine> unverified = optional("unverified");
        if (unverified.isPresent() && optional("verified").isPresent()) {
            throw unverified.get().refused("it cannot be both verified and unverified");
        }
        return unverified.<Verification>map(line -> new Verification.Unverified(
                line.atMost(1).localized(0, "text that says what is missing")))
                .orElseGet(() -> reading.apply(required("verified")));
    }
}
