package org.refugio.intake;

import java.time.LocalDate;

/** Request bodies of commands. */
final class CommandBodies {

    private CommandBodies() {
    }

    static String open(String name, String phone) {
        return """
            {"office":"tapachula","language":"ht","person":{"fullName":"%s","callName":"","nationality":"HT"},
             "contact":{"phone":"%s","email":"canary@example.org"},"consent":{"sms":true,"email":true},
             "consentGiven":true,"entryDate":"%s","narrative":"Amenazas zanahoria"}""".formatted(name, phone,
                LocalDate.now().minusDays(2));
    }

    static String contact(String phone) {
        return """
            {"contact":{"phone":"%s","email":null},"consent":{"sms":true,"email":false},"language":"ht"}"""
                .formatted(phone);
    }

    static String submission(String folio) {
        return "{\"folio\":\"%s\",\"filedOn\":\"%s\",\"authority\":\"COMAR\"}".formatted(folio, yesterday());
    }

    static String interview(String place) {
        return "{\"localStart\":\"2027-01-12T09:00\",\"place\":\"%s\"}".formatted(place);
    }

    static String attended() {
        return "{\"attendedOn\":\"%s\"}".formatted(yesterday());
    }

    static String decision() {
        return "{\"outcome\":\"RECOGNISED\",\"notifiedOn\":\"%s\"}".formatted(yesterday());
    }

    static String followUp() {
        return "{\"startedOn\":\"%s\"}".formatted(yesterday());
    }

    private static LocalDate yesterday() {
        return LocalDate.now().minusDays(1);
    }
}
