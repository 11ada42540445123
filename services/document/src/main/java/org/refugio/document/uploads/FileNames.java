package org.refugio.document.uploads;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.access.web.input.InputText;

/** The names under which files are stored and downloaded: nothing hides in them, and their extension is that of the content. */
public final class FileNames {

    /** For a file without a usable name. */
    public static final String UNNAMED = "documento";

    private static final int MAX_LENGTH = 200;
    private static final String SHORTENED = "…";

    /** The extensions of each accepted type; the first is the usual one. */
    private static final Map<String, List<String>> EXTENSIONS = Map.of("application/pdf", List.of("pdf"), "image/jpeg",
            List.of("jpg", "jpeg"), "image/png", List.of("png"), "image/webp", List.of("webp"), "image/heic",
            List.of("heic", "heif"), "image/heif", List.of("heif", "heic"), "text/plain", List.of("txt"));

    private FileNames() {
    }

    /**
     * The name to use. An extension of another accepted type is replaced; after any other ending the extension is added. A
     * name that is too long is shortened visibly.
     *
     * @param type the content's type
     */
    public static String of(String given, String type) {
        String name = visible(given);
        List<String> expected = EXTENSIONS.getOrDefault(type, List.of());
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (dot > 0 && expected.contains(extension)) {
            return shortened(name.substring(0, dot)) + name.substring(dot);
        }
        boolean replaced = dot > 0 && EXTENSIONS.values().stream().anyMatch(each -> each.contains(extension));
        return shortened(replaced ? name.substring(0, dot) : name)
                + (expected.isEmpty() ? "" : "." + expected.getFirst());
    }

    private static String visible(String given) {
        String cleaned = given.codePoints().filter(each -> !InputText.isDirection(each))
                .mapToObj(each -> isReplaced(each) ? "_" : Character.toString(each)).collect(Collectors.joining())
                .strip();
        return InputText.of(cleaned).isEmpty() ? UNNAMED : cleaned;
    }

    /** Separators of paths, line ends, and what is refused in any text. */
    private static boolean isReplaced(int point) {
        return point == '/' || point == '\\' || Character.isISOControl(point) || InputText.isUnusable(point)
                || Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= MAX_LENGTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH - 1)) + SHORTENED;
    }
}
