package org.refugio.access.web.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.refugio.access.Unconditional;
import org.refugio.messaging.command.EntityTag;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of a service with their rules. The tests of every service compare {@link #text} with a file. */
public final class RouteTable {

    private static final Set<RequestMethod> SAFE = Set.of(RequestMethod.GET, RequestMethod.HEAD);

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
     * @throws AssertionError when a route has no rule, or one that does not match its path, or when a command on something
     * that exists neither asks what its sender saw nor is {@link Unconditional}
     */
    public static List<Row> verify(RequestMappingHandlerMapping mapping) {
        List<Row> rows = rows(mapping);
        List<Row> violations = rows.stream().filter(RouteTable::isInvalid).toList();
        if (!violations.isEmpty()) {
            throw new AssertionError("Routes without a rule, or with one that does not match their path:\n"
                    + violations.stream().map(Row::toString).collect(Collectors.joining("\n")));
        }
        List<String> blind = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isBlind(entry.getKey(), entry.getValue()))
                .map(entry -> String.join(", ", routes(entry.getKey()))).sorted().toList();
        if (!blind.isEmpty()) {
            throw new AssertionError("Commands on something that exists, which need an EntityTag or a reason:\n"
                    + String.join("\n", blind));
        }
        return rows;
    }

    /** An applicant's command is about the appointment of the capability, which is not in the path. */
    private static boolean isBlind(RequestMappingInfo info, HandlerMethod handler) {
        boolean command = !SAFE.containsAll(info.getMethodsCondition().getMethods())
                || info.getMethodsCondition().isEmpty();
        boolean onExisting = info.getPatternValues().stream().anyMatch(path -> path.startsWith("/v1/")
                && (path.contains("{") || path.startsWith("/v1/applicant/")));
        boolean asks = Arrays.asList(handler.getMethod().getParameterTypes()).contains(EntityTag.class);
        Unconditional without = handler.getMethodAnnotation(Unconditional.class);
        boolean excused = without != null && !without.value().isBlank();
        return command && onExisting && asks == excused;
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
