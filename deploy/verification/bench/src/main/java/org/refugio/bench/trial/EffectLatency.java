package org.refugio.bench.trial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.refugio.bench.LatencyPercentiles;
import org.refugio.bench.Measurement;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.ResultRow;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.Installation;
import org.refugio.e2e.UnexpectedResult;

/** How long after a command's answer its effect stands in another service. */
public final class EffectLatency implements Measurement {

    private static final int WARM_UP = 20;
    private static final int PROBES = 100;
    private static final Duration LOADED = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = 2_000_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final double BUDGET_MILLIS = 250;

    private final LazyInstallation trial;

    public EffectLatency(LazyInstallation trial) {
        this.trial = trial;
    }

    @Override
    public String name() {
        return "effects";
    }

    @Override
    public String how() {
        return "from the command's answer to the effect, asked for over HTTP every 2 ms, one command at a time (so the last "
                + "request is part of it); and, under " + CommandLatency.PER_SECOND
                + " commands/s, from the producer's commit to the stored effect of every event in every service, by the "
                + "services' own timers";
    }

    @Override
    public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception {
        PreparedCases stock = trial.stock();
        StaffBrowser browser = StaffBrowser.signIn(stock.at(), CommandBodies.LEGAL);
        progress.say("one command at a time");
        probes(stock, browser, WARM_UP);
        probes(stock, browser, PROBES).forEach(rows);
        progress.say("all events under load");
        LagHistogram before = LagHistogram.of(stock.at());
        new OpenLoop(CommandLatency.PER_SECOND, LOADED).run(new CommandMix(stock));
        awaitQuiet(stock.at());
        LagHistogram.of(stock.at()).since(before).rows().forEach(rows);
    }

    private static List<ResultRow> probes(PreparedCases stock, StaffBrowser browser, int count) throws Exception {
        long[] checklist = new long[count];
        long[] console = new long[count];
        long[] confirmation = new long[count];
        ApiClient api = stock.api();
        try (ExecutorService eyes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                String caseId = api.post(CommandBodies.INTAKE, "/api/intake/v1/cases", stock.letters().openCase())
                        .expect2xx()
                        .path("aggregate").asString();
                long answered = System.nanoTime();
                Future<Long> page = eyes.submit(() -> seen(answered, () -> browser.shows("/cases/" + caseId)));
                checklist[i] = seen(answered, () -> api.get(CommandBodies.LEGAL,
                        "/api/document/v1/cases/" + caseId + "/checklist").status() == 200);
                console[i] = page.get();
            }
        }
        for (int i = 0; i < count; i++) {
            Map<String, Object> booking = stock.diary().booking();
            String caseId = (String) booking.get("caseId");
            String appointment = api.post(CommandBodies.SCHEDULER, "/api/scheduling/v1/appointments", booking)
                    .expect2xx()
                    .path("aggregate").asString();
            long answered = System.nanoTime();
            confirmation[i] = seen(answered, () -> confirmed(api, caseId, appointment));
        }
        return List.of(budgeted("case opened → checklist in document", checklist),
                budgeted("case opened → case page in console", console),
                budgeted("appointment booked → SMS in the ledger", confirmation));
    }

    private static boolean confirmed(ApiClient api, String caseId, String appointment) {
        return api.get(CommandBodies.SCHEDULER, "/api/notification/v1/messages?caseId=" + caseId).body().path("items")
                .valueStream().anyMatch(each -> each.path("appointmentId").asString("").equals(appointment)
                        && each.path("channel").asString().equals("SMS"));
    }

    private static long seen(long since, BooleanSupplier there) {
        while (!there.getAsBoolean()) {
            if (System.nanoTime() - since > PATIENCE_NANOS) {
                throw new UnexpectedResult("an effect did not come");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return System.nanoTime() - since;
    }

    /** Until nobody handles events any more, or for as long as one would wait: late ones belong to the figures. */
    private static void awaitQuiet(Installation at) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        long last = -1;
        for (long now = LagHistogram.of(at).count(); now != last
                && System.nanoTime() < end; now = LagHistogram.of(at).count()) {
            last = now;
            LockSupport.parkNanos(1_000_000_000L);
        }
    }

    private static ResultRow budgeted(String what, long[] nanos) {
        LatencyPercentiles all = new LatencyPercentiles(nanos);
        return all.row(what).budgeted("p99 ≤ 250 ms", all.millisAt(0.99) <= BUDGET_MILLIS);
    }
}
