package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.access.web.security.RouteRule;
import org.refugio.console.login.RequiresSignIn;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page with its rule, and every page of an object as requested by a user of another office. */
@ConsoleTest
class OfficeBoundaryIT {

    /** The console does not know the office of these objects; the service that owns them checks it. */
    private static final Set<String> THE_SERVICE_SAYS = Set.of("POST /answers/{id}/read", "POST /calls/{id}/settle",
            "POST /unassigned-messages/{id}/read");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    TopicRecords records;

    @Autowired
    Privacy privacy;

    @BeforeEach
    void oneCase() {
        SampleCase.arrives(records, privacy);
        await().untilAsserted(
                () -> assertThat(new PageBrowser(port).get("/cases/c1").body()).contains("Cita agendada"));
    }

    @Test
    void everyRouteHasTheRuleThatWasDecidedOn() throws IOException {
        try (var decided = getClass().getResourceAsStream("/routes.txt")) {
            assertThat(table()).isEqualTo(new String(decided.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("NOBODY");
        }
    }

    @Test
    void anObjectOfTheOtherOfficeIsNotThereWhateverOneDoes() {
        PageBrowser theirs = new PageBrowser(port);
        FakeServices.SHARED.everybodyIs("tijuana:coordinator");
        String page = theirs.get("/cases/new").body();
        List<String> routes = objectRoutes();
        assertThat(routes).hasSizeGreaterThan(15);
        for (String route : routes) {
            FakeServices.SHARED.calls().clear();
            String path = filled(route.substring(route.indexOf(' ') + 1));
            int status = (route.startsWith("GET ") ? theirs.get(path) : theirs.post(path, page, body())).statusCode();
            assertThat(status).as(route).isEqualTo(404);
            assertThat(FakeServices.SHARED.calls()).as("nothing is told or asked for %s", route)
                    .noneMatch(call -> !THE_SERVICE_SAYS.contains(route) && call.contains("/c1"));
        }
    }

    @Test
    void theSamePagesAreThereForTheOwnOffice() {
        PageBrowser own = new PageBrowser(port);
        for (String route : objectRoutes()) {
            if (route.startsWith("GET ") && !route.contains("/uploads/") && !route.contains("/timeline")) {
                String path = filled(route.substring(route.indexOf(' ') + 1));
                assertThat(own.get(path).statusCode()).as(route).isEqualTo(200);
            }
        }
    }

    private static String body() {
        return "key=k&seen=0&uploadId=u1&reason=r&kind=CONSULTATION&localStart=2026-03-05T10:00";
    }

    private static String filled(String path) {
        String id = path.startsWith("/appointments") ? "a1" : "c1";
        return path.replace("{id}", id).replace("{what}", "decision").replace("{item}", "photographs")
                .replace("{decision}", "waive").replace("{upload}", "u1").replaceAll("\\{outcome[^}]*}", "held")
                + (path.endsWith("/timeline") ? "?seen=0" : "");
    }

    private List<String> objectRoutes() {
        return table().lines().filter(line -> line.contains("{id}") && !line.contains("(any office)"))
                .filter(line -> !line.contains(" /operations/")).map(line -> line.split("  +")[0]).toList();
    }

    private String table() {
        Set<String> lines = new TreeSet<>(java.util.Comparator.comparing(line -> line.replaceFirst("(\\S+) (\\S+)",
                "$2 $1")));
        mapping.getHandlerMethods().forEach((info, handler) -> {
            Set<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String path : info.getPatternValues()) {
                if (!path.equals("/error")) {
                    lines.add("%-60s %s".formatted((methods.isEmpty() ? "ANY" : String.join(",", methods)) + " " + path,
                            rule(handler)));
                }
            }
        });
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private static String rule(HandlerMethod handler) {
        if (handler.getBeanType().getPackageName().equals("org.refugio.console.gateway")) {
            return "the service's own"; // the token of the caller is forwarded and nothing is added
        }
        return handler.hasMethodAnnotation(RequiresSignIn.class) ? "signed in" : RouteRule.of(handler).text();
    }
}
