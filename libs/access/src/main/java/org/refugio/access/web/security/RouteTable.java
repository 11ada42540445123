package org.refugio.access.web.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of a service with their rules. The tests of every service compare {@link #text} with a file. */
public final class RouteTable {

    private RouteTable() {
    }

    /** A route and its rule. */
    public record Row(String route, String rule) {

        @Override
        public String toString() {
            return "%-60s %s".formatted(route, rule);
        }
    }

    /**
     * The table in the order of the paths.
     *
     * @throws AssertionError when a route has no rule, or one that does not match its path
     */
    public static List<Row> verify(RequestMappingHandlerMapping mapping) {
        List<Row> rows = rows(mapping);
        List<Row> violations = rows.stream().filter(RouteTable::isInvalid).toList();
        if (!violations.isEmpty()) {
            throw new AssertionError("Routes without a rule, or with one that does not match their path:\n"
                    + violations.stream().map(Row::toString).collect(Collectors.joining("\n")));
        }
        return rows;
    }

    /** The table as text, one route a line. */
    public static String text(RequestMappingHandlerMapping mapping) {
        return verify(mapping).stream().map(row -> row.toString().stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static List<Row> rows(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey()).stream()
                        .map(route -> new Row(route, RouteRule.of(entry.getValue()).text())))
                .filter(row -> !row.route().endsWith(" /error")).distinct()
                .sorted(java.util.Comparator.comparing(row -> row.route().replaceFirst("(\\S+) (.*)", "$2 $1")))
                .toList();
    }

    private static Set<String> routes(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name)
                .collect(Collectors.toSet());
        Set<String> any = methods.isEmpty() ? Set.of("ANY") : methods;
        return info.getPatternValues().stream().flatMap(path -> any.stream().map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }

    private static boolean isInvalid(Row row) {
        String path = row.route().substring(row.route().indexOf(' ') + 1);
        return switch (row.rule()) {
            case "NOBODY" -> true;
            case "capability" -> !path.startsWith("/v1/applicant/");
            case "service" -> !path.startsWith("/v1/internal/");
            case "everybody" -> !path.startsWith("/v1/openapi");
            default -> !path.startsWith("/v1/") || path.startsWith("/v1/applicant/")
                    || path.startsWith("/v1/internal/") || path.startsWith("/v1/openapi");
        };
    }
}
