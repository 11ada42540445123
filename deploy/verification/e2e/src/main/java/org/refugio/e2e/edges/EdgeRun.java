package org.refugio.e2e.edges;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sends numbered requests, a few at a time, and collects the violated rules. */
public final class EdgeRun {

    private static final int SENDERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final URI root;
    private final Function<String, String> tokens;
    private final PrintStream out;

    /** @param tokens the access token of a user */
    EdgeRun(URI root, Function<String, String> tokens, PrintStream out) {
        this.root = root;
        this.tokens = tokens;
        this.out = out;
    }

    /**
     * @param statuses how often each route had each status; 0 for no response
     * @param failures the requests that violated a rule, with the rules
     */
    public record Result(int sent, Map<String, Map<Integer, Integer>> statuses, List<String> failures) {

        /** The summary by route, and the failures. */
        public void print(PrintStream out) {
            statuses.forEach((route, counts) -> out.printf("%-75s %s%n", route, counts));
            failures.forEach(each -> out.println("FAILED " + each));
            out.printf("%d requests, %d failures%n", sent, failures.size());
        }
    }

    Result send(int count, IntFunction<EdgeRequest> requests) {
        Map<String, Map<Integer, Integer>> statuses = Collections.synchronizedMap(new TreeMap<>());
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        List<Thread> senders = IntStream.range(0, SENDERS).mapToObj(_ -> Thread.startVirtualThread(() -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                EdgeRequest request = requests.apply(number);
                EdgeResponse response = exchange(request);
                statuses.computeIfAbsent(request.route(), _ -> Collections.synchronizedMap(new TreeMap<>()))
                        .merge(response.status(), 1, Integer::sum);
                List<String> violations = ResponseRules.violations(request, response);
                if (!violations.isEmpty()) {
                    failures.add("#" + number + " " + request + ": " + String.join("; ", violations));
                }
                if ((number + 1) % 1000 == 0) {
                    out.printf("%d of %d requests, %d failures%n", number + 1, count, failures.size());
                }
            }
        })).toList();
        for (Thread sender : senders) {
            join(sender);
        }
        int sent = statuses.values().stream().flatMap(each -> each.values().stream()).mapToInt(Integer::intValue)
                .sum();
        if (sent != count) {
            failures.add("only " + sent + " of " + count + " requests were sent");
        }
        return new Result(sent, statuses, List.copyOf(failures));
    }

    private EdgeResponse exchange(EdgeRequest request) {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(root + request.path()))
                    .method(request.method(), request.body() == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(request.body()));
            request.headers().forEach(builder::setHeader);
            if (!request.user().isEmpty()) {
                builder.setHeader("Authorization", "Bearer " + tokens.apply(request.user()));
            }
            CompletableFuture<HttpResponse<String>> pending = http.sendAsync(builder.build(),
                    HttpResponse.BodyHandlers.ofString());
            // the timeout of a request ends with its headers; a body that never ends is a hang too
            HttpResponse<String> response = pending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new EdgeResponse(response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""), response.body());
        } catch (TimeoutException e) {
            return new EdgeResponse(0, "", "no response within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new EdgeResponse(0, "", e.getCause() instanceof IOException
                    ? "the connection failed: " + e.getCause()
                    : e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
