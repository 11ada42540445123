package org.refugio.testkit.repository;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;

/**
 * The format of a template: a line opens or closes at most one element that is not part of running text, and a line above
 * {@value #WIDTH} columns has at most one attribute. Read with the parser that Thymeleaf uses.
 */
final class TemplateFormat extends AbstractMarkupHandler {

    static final int WIDTH = 140;

    private static final Set<String> RUNNING_TEXT = Set.of("a", "abbr", "b", "bdi", "br", "cite", "code", "em", "i",
            "img", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr");

    private record Element(String name, int line) {}

    private final List<String> lines;
    private final Deque<Element> open = new ArrayDeque<>();
    private final Map<Integer, Element> onLine = new HashMap<>();
    private final Map<Integer, Integer> attributes = new HashMap<>();
    private final Set<Integer> violations = new TreeSet<>();

    private TemplateFormat(List<String> lines) {
        this.lines = lines;
    }

    /** The numbers of the lines that have to be split. */
    static List<Integer> violatingLines(String html) {
        TemplateFormat format = new TemplateFormat(html.lines().toList());
        try {
            new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(html, format);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return List.copyOf(format.violations);
    }

    @Override
    public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
        Element element = new Element(new String(buffer, offset, length), line);
        open.push(element);
        register(element, line);
    }

    @Override
    public void handleStandaloneElementStart(char[] buffer, int offset, int length, boolean minimized, int line,
            int column) {
        register(new Element(new String(buffer, offset, length), line), line);
    }

    @Override
    public void handleCloseElementStart(char[] buffer, int offset, int length, int line, int column) {
        String name = new String(buffer, offset, length);
        while (!open.isEmpty()) {
            Element element = open.pop();
            if (element.name().equals(name)) {
                register(element, line);
                return;
            }
        }
    }

    @Override
    public void handleAttribute(char[] buffer, int nameOffset, int nameLength, int nameLine, int nameColumn,
            int operatorOffset, int operatorLength, int operatorLine, int operatorColumn, int valueContentOffset,
            int valueContentLength, int valueOuterOffset, int valueOuterLength, int valueLine, int valueColumn) {
        if (attributes.merge(nameLine, 1, Integer::sum) > 1 && lines.get(nameLine - 1).length() > WIDTH) {
            violations.add(nameLine);
        }
    }

    private void register(Element element, int line) {
        if (!RUNNING_TEXT.contains(element.name())) {
            Element other = onLine.putIfAbsent(line, element);
            if (other != null && other != element) {
                violations.add(line);
            }
        }
    }
}
