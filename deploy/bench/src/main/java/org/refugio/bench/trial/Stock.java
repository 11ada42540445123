package org.refugio.bench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.refugio.e2e.Answer;
import org.refugio.e2e.Api;
import org.refugio.e2e.Installation;
import org.refugio.e2e.faults.OfficeHours;
import tools.jackson.databind.JsonNode;

/** Cases that are open and known everywhere, and a diary of free hours: what commands can be sent about. */
record Stock(Installation at, Api api, Letters letters, List<KnownCase> cases, Diary diary) {

    private static final int AT_ONCE = 4;

    /** A case and the lines of its checklist. */
    record KnownCase(String caseId, List<String> items) {}

    static Stock open(Installation at, int count) throws Exception {
        Api api = new Api(at);
        Letters letters = new Letters(OfficeHours.begin(api));
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<KnownCase>> opened = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                opened.add(some.submit(() -> openOne(api, letters)));
            }
            List<KnownCase> cases = new ArrayList<>();
            for (Future<KnownCase> each : opened) {
                cases.add(each.get());
            }
            return new Stock(at, api, letters, List.copyOf(cases), Diary.of(api, letters.today()));
        }
    }

    private static KnownCase openOne(Api api, Letters letters) {
        String caseId = api.post(Letters.INTAKE, "/api/intake/v1/cases", letters.openCase()).expect2xx()
                .path("aggregate").asString();
        Answer list = Awaitility.await().pollDelay(java.time.Duration.ZERO)
                .until(() -> api.get(Letters.LEGAL, "/api/document/v1/cases/" + caseId + "/checklist"),
                        answer -> answer.status() == 200);
        return new KnownCase(caseId,
                list.body().path("lines").valueStream().map((JsonNode line) -> line.path("itemId").asString())
                        .toList());
    }
}
