package org.refugio.e2e.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of store calls in {@code docs/performance.md}: reads + writes, by operation and service. */
final class StoreCallTable {

    private static final String BEGIN = "<!-- store calls: generated with -Drefugio.calls.write=true -->\n";
    private static final String END = "<!-- end of store calls -->\n";

    private StoreCallTable() {
    }

    static String of(Map<CountedOperation, StoreCalls> counted) {
        String header = "| Operation | " + String.join(" | ", StoreCalls.MANAGEMENT_PORTS.keySet())
                + " | all | limit | goal |\n|---|" + "---|".repeat(StoreCalls.MANAGEMENT_PORTS.size() + 3) + "\n";
        return header + counted.entrySet().stream().map(each -> row(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private static String row(CountedOperation operation, StoreCalls calls) {
        return "| " + operation.title() + " | " + StoreCalls.MANAGEMENT_PORTS.keySet().stream()
                .map(service -> cell(calls.reads(service), calls.writes(service))).collect(Collectors.joining(" | "))
                + " | " + cell(calls.reads(), calls.writes()) + " | " + operation.limit() + " | " + operation.goal()
                + " |\n";
    }

    private static String cell(double reads, double writes) {
        return String.format(Locale.ROOT, "%.1f + %.1f", reads, writes);
    }

    /** Replaces the table in the document. */
    static void write(Path document, String table) {
        try {
            String text = Files.readString(document);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(document, text.substring(0, begin) + table + text.substring(begin + in(text).length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table in the document. */
    static String read(Path document) {
        try {
            return in(Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String in(String text) {
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IllegalStateException("no table of store calls");
        }
        return text.substring(begin, end);
    }

    /** The table without its measured figures: operations, services, limits and goals. */
    static String shape(String table) {
        return table.replaceAll("[0-9.]+ \\+ [0-9.]+", "n");
    }
}
