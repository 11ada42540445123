package org.refugio.legalclock.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.DeadlineRule;

/** Reads {@code rules.txt}. */
final class RuleReader {

    /** The version when the file states none. */
    private static final String NO_VERSION = "undated";

    private String version = NO_VERSION;
    private final List<RuleBlock> blocks = new ArrayList<>();
    private final List<DeadlineRule> rules = new ArrayList<>();

    RuleReader(DataFiles files, Set<String> authorities) {
        for (DataLine line : DataLine.of(files, "rules.txt")) {
            if (line.keyword().equals("rule")) {
                blocks.add(new RuleBlock(line));
            } else if (!blocks.isEmpty()) {
                blocks.getLast().add(line);
            } else if (line.keyword().equals("version")) {
                version = line.atMost(1).text(0, "version");
            } else {
                throw line.unknownKeyword("version, or rule, which every rule starts with");
            }
        }
        for (RuleBlock block : blocks) {
            DeadlineRule rule = block.rule(authorities);
            for (DeadlineRule earlier : rules) {
                if (earlier.id().equals(rule.id()) && !separate(earlier, rule)) {
                    throw block.start().refused("duplicate rule '" + rule.id()
                            + "': the same id is allowed only for effective dates that do not overlap");
                }
            }
            rules.add(rule);
        }
    }

    List<DeadlineRule> rules() {
        return List.copyOf(rules);
    }

    String version() {
        return version;
    }

    private static boolean separate(DeadlineRule one, DeadlineRule other) {
        return one instanceof CountedRule first && other instanceof CountedRule second
                && !first.effective().overlaps(second.effective());
    }
}
