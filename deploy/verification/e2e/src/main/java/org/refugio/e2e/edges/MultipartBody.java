package org.refugio.e2e.edges;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** The body of a form with a file, with unusual parts. */
final class MultipartBody {

    static final String BOUNDARY = "refugio-edges";

    private static final List<String> NAMES = List.of("foto.pdf", "", "x", "..%2f..%2fetc%2fpasswd", "x%00.pdf",
            "x%e2%80%aefdp.exe", "x%0d%0aX: y", "%F0%9F%98%80.jpg", "x".repeat(5000), "a%22b", "con.pdf.html");
    private static final List<String> TYPES = List.of("application/pdf", "image/jpg", "text/html", "", "a/b/c", "*/*",
            "multipart/mixed; boundary=x", "application/octet-stream; charset=unknown", "x".repeat(3000));
    private static final List<byte[]> CONTENTS = List.of(new byte[0],
            "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8),
            new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff}, new byte[]{'P', 'K', 3, 4}, new byte[100_000],
            "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
            ("--" + BOUNDARY).getBytes(StandardCharsets.UTF_8));

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Random random;

    MultipartBody(Random random) {
        this.random = random;
    }

    /** @param encoded percent-encoded */
    void field(String name, String encoded) {
        part("name=\"" + name + "\"", null, URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A file whose name, type and content are taken from those beyond the usual. */
    void file(String name) {
        part("name=\"" + name + "\"; filename=\""
                + URLDecoder.decode(any(NAMES), StandardCharsets.ISO_8859_1).replace("\r", "") + "\"", any(TYPES),
                any(CONTENTS));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void part(String disposition, String type, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                + (type == null ? "" : "\r\nContent-Type: " + type) + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] ended() {
        write("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    /** As when a connection is cut and a client takes the rest for the whole. */
    byte[] cut() {
        byte[] whole = ended();
        return java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
    }
}
