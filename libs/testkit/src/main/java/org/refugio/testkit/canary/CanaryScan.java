package org.refugio.testkit.canary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches files byte by byte for planted texts, plain and in common encodings. It does not find compressed texts, so logs
 * must not be compressed, and a store must be closed before its files are searched.
 */
public final class CanaryScan {

    private static final int MIN_CHARACTERS = 6;
    private static final int CHUNK = 1 << 20;

    /** The forms by their first two bytes, so that one lookup rules out almost every position of a file. */
    private final Form[][] byStart = new Form[1 << 16][];
    private final int longest;

    private record Form(String canary, String name, byte[] bytes) {}

    /**
     * An occurrence of a canary.
     *
     * @param offset in bytes from the beginning of the file
     * @param form the name of the encoding
     */
    public record Finding(Path file, long offset, String canary, String form) {}

    /**
     * The result of a scan. A test should also assert that files were searched.
     *
     * @param files the number of files that were searched
     * @param bytes the number of bytes that were searched
     */
    public record Report(List<Finding> findings, int files, long bytes) {}

    /**
     * @param canaries the texts to search for
     * @throws IllegalArgumentException for a text of fewer than six characters, which could occur by chance
     */
    public CanaryScan(String... canaries) {
        List<Form> forms = new ArrayList<>();
        for (String canary : canaries) {
            if (canary.length() < MIN_CHARACTERS) {
                throw new IllegalArgumentException(
                        "A canary of fewer than " + MIN_CHARACTERS + " characters can occur by chance");
            }
            TextEncodings.of(canary).forEach((name, bytes) -> forms.add(new Form(canary, name, bytes)));
        }
        forms.stream().collect(Collectors.groupingBy(form -> start(form.bytes(), 0)))
                .forEach((start, same) -> byStart[start] = same.toArray(Form[]::new));
        longest = forms.stream().mapToInt(form -> form.bytes().length).max().orElseThrow();
    }

    /** Searches all files in these folders. Files that disappear during the scan are skipped. */
    public Report scan(Path... folders) {
        List<Finding> findings = new ArrayList<>();
        int files = 0;
        long bytes = 0;
        for (Path folder : folders) {
            for (Path file : filesIn(folder)) {
                bytes += scan(file, findings);
                files++;
            }
        }
        return new Report(List.copyOf(findings), files, bytes);
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long scan(Path file, List<Finding> findings) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[CHUNK + longest];
            long start = 0;
            int kept = 0;
            for (int read = in.readNBytes(window, 0, CHUNK); read > 0; read = in.readNBytes(window, kept, CHUNK)) {
                int length = kept + read;
                search(window, length, kept, file, start, findings);
                int keep = Math.min(longest - 1, length);
                System.arraycopy(window, length - keep, window, 0, keep);
                start += length - keep;
                kept = keep;
            }
            return start + kept;
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports only forms that end after {@code seen}; the bytes before it were searched with the previous chunk. */
    private void search(byte[] window, int length, int seen, Path file, long start, List<Finding> findings) {
        for (int at = Math.max(0, seen - longest + 1); at < length - 1; at++) {
            Form[] candidates = byStart[start(window, at)];
            if (candidates != null) {
                for (Form form : candidates) {
                    int end = at + form.bytes().length;
                    if (end > seen && end <= length && matches(window, at, form.bytes())) {
                        findings.add(new Finding(file, start + at, form.canary(), form.name()));
                    }
                }
            }
        }
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static boolean matches(byte[] window, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (window[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
