package org.refugio.testkit.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The links of a document to other files of the repository. */
final class DocumentLinks {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    private DocumentLinks() {
    }

    /** The links whose file or heading does not exist. */
    static List<String> broken(Path document, String text) {
        List<String> broken = new ArrayList<>();
        String prose = CODE.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
        LINK.matcher(prose).results().map(each -> each.group(1)).filter(each -> !each.matches("[a-z]+:.*"))
                .forEach(link -> {
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
                    if (!parts[0].isEmpty() && !Files.exists(target)
                            || parts.length == 2
                                    && !anchors(parts[0].isEmpty() ? text : RepositoryFiles.text(target))
                                            .contains(parts[1])) {
                        broken.add(link);
                    }
                });
        return broken;
    }

    private static List<String> anchors(String text) {
        return HEADING.matcher(text).results()
                .map(each -> each.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
