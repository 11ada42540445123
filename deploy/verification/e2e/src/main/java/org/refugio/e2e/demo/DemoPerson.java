package org.refugio.e2e.demo;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A fictitious person with a phone and a mailbox that no earlier run has used. */
record DemoPerson(String name, String phone, String email) {

    static DemoPerson madeUp() {
        int number = ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        return new DemoPerson("Marie-Ange Desrosiers", "+52962" + number, "marie" + number + "@example.org");
    }

    /** The body of the command that opens the case. */
    Map<String, Object> asCase(String office, String language, String entryDate) {
        return Map.of("office", office, "language", language, "person",
                Map.of("fullName", name, "callName", "Marie-Ange", "nationality", "HT"), "contact",
                Map.of("phone", phone, "email", email), "consent", Map.of("sms", true, "email", true),
                "consentGiven", true, "entryDate", entryDate);
    }
}
