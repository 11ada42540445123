package org.refugio.legalclock.explanation;

import java.util.ArrayList;
import java.util.List;

/** Collects the elements of an SVG picture. */
final class Svg {

    private final StringBuilder elements = new StringBuilder();

    /** A rectangle. @param attributes further ones, already in SVG syntax */
    void rect(int x, int y, int width, int height, String attributes) {
        elements.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" %s/>\n".formatted(x, y, width, height,
                attributes));
    }

    /** A line of text whose baseline is at y. @param style a class of the picture's style sheet */
    void text(int x, int y, String style, String text) {
        elements.append("<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n".formatted(x, y, style, escape(text)));
    }

    /** Ready elements. */
    void raw(String text) {
        elements.append(text);
    }

    String elements() {
        return elements.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Break a text at spaces; a line is longer than {@code width} only when a word is. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
