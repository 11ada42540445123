package org.refugio.launcher.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of several inputs: their output is stale when the digest differs. */
public final class InputFingerprint {

    private final MessageDigest digest;

    public InputFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public InputFingerprint of(List<String> words) {
        words.forEach(each -> add(each.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public InputFingerprint of(byte[] content) {
        add(content);
        return this;
    }

    /** Names, sizes and times suffice for files that only a build writes. */
    public InputFingerprint ofFilesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                of(List.of(folder.relativize(each).toString())).ofFile(each);
            }
        }
        return this;
    }

    /** The size and the time of a file that only a build writes. */
    public InputFingerprint ofFile(Path file) throws IOException {
        return of(List.of(file.getFileName().toString(), Long.toString(Files.size(file)),
                Files.getLastModifiedTime(file).toString()));
    }

    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(byte[] bytes) {
        // the length prefix distinguishes "ab","c" from "a","bc"
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
