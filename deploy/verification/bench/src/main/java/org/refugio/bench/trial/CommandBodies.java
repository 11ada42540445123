package org.refugio.bench.trial;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The bodies of the commands, about fictitious people.
 *
 * @param today by the domain's clock
 */
record CommandBodies(LocalDate today) {

    static final String OFFICE = "tapachula";
    static final String INTAKE = "intake." + OFFICE;
    static final String LEGAL = "legal." + OFFICE;
    static final String SCHEDULER = "scheduler." + OFFICE;
    static final String COORDINATOR = "coordinator." + OFFICE;

    /** A photo of a page, compressed by the phone. */
    private static final int UPLOAD_BYTES = 40_000;

    Map<String, Object> openCase() {
        int number = anyNumber();
        return Map.of("office", OFFICE, "language", "es", "person",
                Map.of("fullName", "Persona Inventada " + number, "callName", "Persona", "nationality", "HN"),
                "contact", Map.of("phone", "+52962" + number, "email", "p" + number + "@example.org"), "consent",
                Map.of("sms", true, "email", false), "consentGiven", true, "entryDate", today.minusDays(2).toString());
    }

    Map<String, Object> contact() {
        int number = anyNumber();
        return Map.of("contact", Map.of("phone", "+52962" + number, "email", "q" + number + "@example.org"), "consent",
                Map.of("sms", true, "email", false));
    }

    byte[] paper() {
        byte[] content = new byte[UPLOAD_BYTES];
        ThreadLocalRandom.current().nextBytes(content);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 9);
        return content;
    }

    private static int anyNumber() {
        return ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    }
}
