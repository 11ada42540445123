package org.refugio.e2e.edges;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.Installation;

/** Requests at the edges of every described route and of every form of the console, on a running trial installation. */
public final class EdgeCheck {

    /** One request in this many submits a form. */
    private static final int FORMS = 8;

    private EdgeCheck() {
    }

    /** @param descriptions the folder with the OpenAPI files */
    public static EdgeRun.Result run(Installation at, Path descriptions, int count, long seed, PrintStream out) {
        ApiClient api = new ApiClient(at);
        SampleObjects objects = SampleObjects.create(api);
        RequestGenerator routes = new RequestGenerator(ApiRoute.read(descriptions), objects, seed);
        String caseId = objects.value("caseId");
        String page = "/cases/" + caseId;
        ConsoleForms forms = new ConsoleForms(
                new ConsoleSession(URI.create(at.publicUrl()), "coordinator.tapachula"), objects,
                List.of(page, "/cases/new", page + "/contact", page + "/book", "/board", "/cases"));
        out.printf("%d requests, seed %d, %d forms%n", count, seed, forms.count());
        return new EdgeRun(URI.create(at.publicUrl()), api::token, out).send(count,
                number -> number % FORMS == 0
                        ? forms.request(seed, number / FORMS)
                        : routes.request(number - number / FORMS - 1));
    }
}
