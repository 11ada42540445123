package org.refugio.testkit.repository;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The format of a stylesheet: a line opens one rule, has one declaration, or closes one rule. */
final class StylesheetFormat {

    /** Parts whose braces and semicolons have no structural meaning; their line breaks are kept. */
    private static final Pattern OPAQUE = Pattern.compile("(?s)/\\*.*?\\*/|\"[^\"]*\"|'[^']*'|url\\([^)]*\\)");
    private static final Pattern ONE_ITEM = Pattern.compile("\\s*(?:}|[^{};]*[{;]?)\\s*");

    private StylesheetFormat() {
    }

    /** The numbers of the lines that have to be split. */
    static List<Integer> violatingLines(String css) {
        List<String> lines = OPAQUE.matcher(css).replaceAll(found -> found.group().replaceAll("[^\\n]", "_")).lines()
                .toList();
        return IntStream.range(0, lines.size()).filter(each -> !ONE_ITEM.matcher(lines.get(each)).matches())
                .mapToObj(each -> each + 1).toList();
    }
}
