package org.refugio.bench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import org.refugio.e2e.Installation;
import org.refugio.e2e.faults.OfficeHours;
import tools.jackson.databind.JsonNode;

/** Open cases that are known to all services, and free slots: the targets of the commands. */
record PreparedCases(Installation at, ApiClient api, CommandBodies letters, List<KnownCase> cases, FreeSlots diary) {

    private static final int AT_ONCE = 4;

    /** A case and the lines of its checklist. */
    record KnownCase(String caseId, List<String> items) {}

    static PreparedCases open(Installation at, int count) throws Exception {
        ApiClient api = new ApiClient(at);
        CommandBodies letters = new CommandBodies(OfficeHours.begin(api));
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<KnownCase>> opened = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                opened.add(some.submit(() -> openOne(api, letters)));
            }
            List<KnownCase> cases = new ArrayList<>();
            for (Future<KnownCase> each : opened) {
                cases.add(each.get());
            }
            return new PreparedCases(at, api, letters, List.copyOf(cases),
                    FreeSlots.withOwnStaff(api, letters.today(), cases.stream().map(KnownCase::caseId).toList()));
        }
    }

    private static KnownCase openOne(ApiClient api, CommandBodies letters) {
        String caseId = api.post(CommandBodies.INTAKE, "/api/intake/v1/cases", letters.openCase()).expect2xx()
                .path("aggregate").asString();
        ApiResponse list = Awaitility.await().pollDelay(java.time.Duration.ZERO)
                .until(() -> api.get(CommandBodies.LEGAL, "/api/document/v1/cases/" + caseId + "/checklist"),
                        answer -> answer.status() == 200);
        return new KnownCase(caseId,
                list.body().path("lines").valueStream().map((JsonNode line) -> line.path("itemId").asString())
                        .toList());
    }
}
