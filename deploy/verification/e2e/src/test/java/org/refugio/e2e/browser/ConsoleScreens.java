package org.refugio.e2e.browser;

import java.util.LinkedHashMap;
import java.util.Map;

/** The screens of the console by name, with the addresses that they have for sample data. */
final class ConsoleScreens {

    private ConsoleScreens() {
    }

    static Map<String, String> ofStaff(SampleData sample) {
        String waiting = "/cases/" + sample.waiting().getFirst();
        Map<String, String> screens = new LinkedHashMap<>();
        screens.put("today", "/today");
        screens.put("cases", "/cases");
        screens.put("intake", "/cases/new");
        screens.put("case", sample.finished());
        screens.put("case-with-contact", waiting + "?show=contact");
        screens.put("contact", waiting + "/contact");
        screens.put("book", waiting + "/book");
        screens.put("board", "/board");
        screens.put("move", "/appointments/" + sample.appointment() + "/move");
        screens.put("cancel", "/appointments/" + sample.appointment() + "/cancel");
        screens.put("opt-out-end", waiting + "/opt-out/end");
        screens.put("submission", waiting + "/record/submission");
        screens.put("correction", sample.finished() + "/record/submission?correction=true");
        screens.put("waive", waiting + "/items/identity-document/waive");
        screens.put("messages", "/messages");
        screens.put("nothing-here", "/cases/none");
        return screens;
    }

    static Map<String, String> ofOperators() {
        return Map.of("operations", "/operations", "discarded", "/operations/discarded", "interfaces", "/api");
    }

    static Map<String, String> ofApplicants(SampleData sample) {
        return Map.of("applicant", sample.link(), "applicant-expired", "/a/not-a-link");
    }
}
