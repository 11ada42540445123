package org.refugio.access.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.refugio.access.audit.AuditVerification.Head;

/**
 * Where a verification continues: the next number, the entries verified so far, and the last entry of each chain. It is given to
 * the caller as text, so that every instance can continue and an abandoned verification leaves nothing behind.
 */
record AuditPosition(long from, long entries, List<Head> heads) {

    static final AuditPosition START = new AuditPosition(1, 0, List.of());

    private static final String SEPARATOR = "\n";

    String text() {
        List<String> parts = new ArrayList<>(List.of(Long.toString(from), Long.toString(entries)));
        heads.forEach(head -> parts.addAll(List.of(head.chain(), Long.toString(head.n()), head.hash())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    /** @throws IllegalArgumentException when the text is not that of a position */
    static AuditPosition of(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1);
        if (parts.length % 3 != 2) {
            throw new IllegalArgumentException("not a position");
        }
        List<Head> heads = new ArrayList<>();
        for (int i = 2; i < parts.length; i += 3) {
            heads.add(new Head(parts[i], Long.parseLong(parts[i + 1]), parts[i + 2]));
        }
        return new AuditPosition(Long.parseLong(parts[0]), Long.parseLong(parts[1]), List.copyOf(heads));
    }
}
