package org.refugio.bench.trial;

import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import tools.jackson.databind.JsonNode;

/**
 * The commands of an office on a busy day: a fifth each of new cases, uploads, acceptances, bookings and new numbers.
 */
final class CommandMix implements Supplier<PlannedCommand> {

    private static final int KINDS = 5;

    /** @param etag of the checklist that its reviewer saw */
    private record Uploaded(String caseId, String item, String uploadId, String etag) {}

    /** @param etag of the case that its sender saw */
    private record SeenCase(String caseId, String etag) {}

    private final PreparedCases stock;
    private final ApiClient api;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger line = new AtomicInteger();
    private final Queue<Uploaded> unread = new ConcurrentLinkedQueue<>();
    private final Queue<SeenCase> seenCases = new ConcurrentLinkedQueue<>();

    CommandMix(PreparedCases stock) {
        this.stock = stock;
        this.api = stock.api();
        stock.cases().forEach(each -> lookAtCase(each.caseId()));
    }

    @Override
    public PlannedCommand get() {
        return switch (turn.getAndIncrement() % KINDS) {
            case 0 -> openCase();
            case 1 -> upload();
            case 2 -> {
                Uploaded read = unread.poll();
                yield read == null ? upload() : accept(read);
            }
            case 3 -> {
                var booking = stock.diary().booking();
                yield new PlannedCommand("book appointment",
                        () -> api.post(CommandBodies.SCHEDULER, "/api/scheduling/v1/appointments", booking).status());
            }
            default -> {
                SeenCase seen = seenCases.poll();
                yield seen == null ? openCase() : changeContact(seen);
            }
        };
    }

    private PlannedCommand openCase() {
        return new PlannedCommand("open case", () -> api
                .post(CommandBodies.INTAKE, "/api/intake/v1/cases", stock.letters().openCase()).status());
    }

    /** Of one case one change at a time: of two in view of the same state one would be refused. */
    private PlannedCommand changeContact(SeenCase seen) {
        return new PlannedCommand("change contact", () -> {
            ApiResponse answer = api.post(CommandBodies.INTAKE, "/api/intake/v1/cases/" + seen.caseId() + "/contact",
                    stock.letters().contact(), UUID.randomUUID().toString(), seen.etag());
            Thread.startVirtualThread(() -> lookAtCase(seen.caseId()));
            return answer.status();
        });
    }

    private void lookAtCase(String caseId) {
        ApiResponse read = api.get(CommandBodies.INTAKE, "/api/intake/v1/cases/" + caseId);
        if (accepted(read)) {
            seenCases.add(new SeenCase(caseId, read.body().path("etag").asString()));
        }
    }

    private PlannedCommand upload() {
        // line after line: an acceptance of what a newer upload has replaced would be refused
        int n = line.getAndIncrement();
        PreparedCases.KnownCase about = stock.cases().get(n % stock.cases().size());
        String item = about.items().get(n / stock.cases().size() % about.items().size());
        byte[] paper = stock.letters().paper();
        return new PlannedCommand("upload document", () -> {
            ApiResponse answer = api.upload(CommandBodies.INTAKE,
                    "/api/document/v1/cases/" + about.caseId() + "/items/" + item + "/uploads", "papel.pdf",
                    "application/pdf", paper, UUID.randomUUID().toString());
            if (accepted(answer)) {
                Thread.startVirtualThread(() -> look(about.caseId(), item));
            }
            return answer.status();
        });
    }

    /** Whoever reviews a document looks at the checklist first; that is no command, and not measured. */
    private void look(String caseId, String item) {
        JsonNode checklist = api.get(CommandBodies.LEGAL, "/api/document/v1/cases/" + caseId + "/checklist").body();
        checklist.path("lines").valueStream()
                .filter(each -> each.path("itemId").asString().equals(item))
                .flatMap(each -> each.path("uploads").valueStream()).reduce((_, newest) -> newest)
                .ifPresent(newest -> unread.add(new Uploaded(caseId, item, newest.path("uploadId").asString(),
                        checklist.path("etag").asString())));
    }

    private PlannedCommand accept(Uploaded read) {
        return new PlannedCommand("accept document", () -> api.post(CommandBodies.LEGAL,
                "/api/document/v1/cases/" + read.caseId() + "/items/" + read.item() + "/accept",
                Map.of("uploadId", read.uploadId()), UUID.randomUUID().toString(), read.etag()).status());
    }

    private static boolean accepted(ApiResponse answer) {
        return answer.status() / 100 == 2;
    }
}
