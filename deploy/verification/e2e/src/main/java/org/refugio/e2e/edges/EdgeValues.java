package org.refugio.e2e.edges;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values at and beyond the limits of what can be read. */
final class EdgeValues {

    /** As they are written in JSON. */
    static final List<String> JSON = List.of("null", "true", "false", "0", "-1", "1", "1.5", "1e400", "-0",
            "2147483648", "9223372036854775808", "123456789012345678901234567890", "\"\"", "\" \"", "\"\\t\\n\"",
            "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"\\ufffe\"", "\"José 😀 ي 中\"",
            "\"e\\u0301\"", "\"2026-02-30\"", "\"2026-1-5\"", "\"0000-01-01\"", "\"9999-12-31\"",
            "\"-2026-01-05\"", "\"2026-12-01T10:00:00Z\"", "\"2026-12-01T25:00\"", "\"1\"", "\"true\"", "\"NaN\"",
            "NaN", "Infinity", "[]", "{}", "[null]", "[[[[[[]]]]]]", "{\"$gt\": \"\"}", "{\"a\": {\"b\": {}}}",
            "\"$where\"", "\"a.b\"", "\"../../etc/passwd\"", "\"<script>alert(1)</script>\"", "\"' OR 1=1 --\"",
            "\"${jndi:ldap://127.0.0.1/a}\"", "\"%s%n%x\"", "\"" + "x".repeat(201) + "\"",
            "\"" + "x".repeat(20_001) + "\"", "\"" + "😀".repeat(300) + "\"", "[".repeat(1200) + "]".repeat(1200),
            "\"" + "x".repeat(300_000) + "\"");

    /** In a query or a path, percent-encoded. */
    static final List<String> ENCODED = List.of("", "%20", "-1", "0", "1", "1000001", "2147483648",
            "9223372036854775808", "1.5", "NaN", "null", "true", "%00", "%0d%0aX:%20y", "%C3%28", "%ED%A0%80",
            "%F0%9F%98%80", "%ff%fe", "%e2%80%ae", "..%2f..%2fetc", "%2e%2e", "a%2fb", "a%5cb", "a%3bb", "%25",
            "%2500", "2026-02-30", "2026-01-05", "0000-01-01", "9999-12-31", "2026-12-01T10:00", "%24ne", "%7B%7D",
            "%5B%5D", "%3Cscript%3E", "'%20OR%201=1", ".*", "%5E(a%2B)%2B$", "x".repeat(300), "x".repeat(5000));

    /** As the value of {@code If-Match}. */
    static final List<String> TAGS = List.of("*", "\"", "\"\"", "\" \"", "W/\"1\"", "\"a\", \"b\"", "1",
            "\"unknown:1\"", "\"" + "x".repeat(4000) + "\"", "\"a:b:c;d\"", "\"contact:-1\"", "\"%00\"");

    /** As the value of {@code Idempotency-Key}. */
    static final List<String> KEYS = List.of("", " ", "x", "x".repeat(128), "x".repeat(129), "ñ", "a\tb", "$ne",
            "same");

    /** As the type of a body. */
    static final List<String> TYPES = List.of("text/plain", "application/xml", "application/json; charset=utf-16",
            "application/json; charset=unknown", "application/json;", "json", "application/x-www-form-urlencoded",
            "multipart/form-data", "multipart/form-data; boundary=b", "application/*", "*/*", "a/b/c");

    /** As the value of {@code Accept} and {@code Accept-Language}. */
    static final List<String> ACCEPTED = List.of("", "text/html", "application/xml", "image/*;q=0", "*/*;q=2",
            "nonsense",
            "application/problem+json", "es-MX,es;q=0.9", "x".repeat(3000));

    /** Whole bodies that are no JSON of an object. */
    static final List<byte[]> BODIES = List.of(new byte[0], bytes(" "), bytes("null"), bytes("[]"), bytes("\"text\""),
            bytes("1"), bytes("{"), bytes("{}"), bytes("{}{}"), bytes("{} trailing"), bytes("{\"a\""),
            bytes("{'a': 1}"),
            bytes("\ufeff{}"), bytes("{\"\": 1}"), bytes("{\"__proto__\": {}}"),
            new byte[]{'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
            new byte[]{(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0},
            new byte[]{'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            new byte[]{0x1f, (byte) 0x8b, 8, 0}, "{\"a\": \"é\"}".getBytes(StandardCharsets.UTF_16),
            bytes("<a/>"), bytes("a=b&c=d"), bytes("{\"a\":" + "[".repeat(5000)));

    private EdgeValues() {
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
