package org.refugio.access.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.refugio.access.NotVisible;
import org.refugio.access.web.problem.RefusalProblem;
import org.refugio.access.web.problem.StandardProblem;
import org.refugio.access.web.security.RouteRule;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.command.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** The problems that a route can answer with, by status, each with its {@code type}. */
final class ProblemResponses {

    /** The member of a response that lists the types. */
    static final String TYPES = "x-refugio-problem-types";

    private final ReachableCode code;

    ProblemResponses(ReachableCode code) {
        this.code = code;
    }

    void addTo(Operation operation, HandlerMethod handler) {
        Map<HttpStatus, Set<String>> types = new EnumMap<>(HttpStatus.class);
        Set<Class<?>> created = code.createdBy(handler.getMethod());
        standard(operation, handler, created)
                .forEach(each -> types.computeIfAbsent(each.status(), _ -> new TreeSet<>()).add(each.type()));
        created.stream().filter(Refusal.class::isAssignableFrom).flatMap(RefusalExamples::rules)
                .forEach(each -> types.computeIfAbsent(RefusalProblem.status(each.kind()), _ -> new TreeSet<>())
                        .add(StandardProblem.type(each.name())));
        types.forEach((status, each) -> operation.getResponses().addApiResponse(Integer.toString(status.value()),
                response(status, each)));
        operation.getResponses().addApiResponse("default", ProblemSchema.response("A problem detail"));
    }

    private static ApiResponse response(HttpStatus status, Set<String> types) {
        ApiResponse response = ProblemSchema.response(ProblemSchema.meaning(status));
        response.addExtension(TYPES, List.copyOf(types));
        return response;
    }

    private static List<StandardProblem> standard(Operation operation, HandlerMethod handler, Set<Class<?>> created) {
        List<StandardProblem> problems = new ArrayList<>(
                List.of(StandardProblem.BAD_REQUEST, StandardProblem.TRY_AGAIN));
        switch (RouteRule.of(handler)) {
            case RouteRule.Staff _ -> problems.addAll(List.of(StandardProblem.NOT_SIGNED_IN,
                    StandardProblem.NOT_ALLOWED));
            case RouteRule.Applicants _ -> problems.add(StandardProblem.CAPABILITY_NOT_VALID);
            case RouteRule.Services _ -> problems.add(StandardProblem.NOT_SIGNED_IN);
            case RouteRule.Public _,RouteRule.Unspecified _ -> {
            }
        }
        if (!(RouteRule.of(handler) instanceof RouteRule.Services)) {
            problems.add(StandardProblem.BUSY);
        }
        if (created.contains(NotVisible.class)) {
            problems.add(StandardProblem.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(List.of(StandardProblem.TOO_LARGE, StandardProblem.UNSUPPORTED_MEDIA_TYPE));
        }
        if (annotations(handler).anyMatch(ProblemResponses::validates)) {
            problems.add(StandardProblem.NOT_VALID);
        }
        List<Class<?>> parameters = List.of(handler.getMethod().getParameterTypes());
        if (parameters.contains(CommandKey.class)) {
            problems.add(StandardProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (parameters.contains(EntityTag.class)) {
            problems.add(StandardProblem.PRECONDITION_REQUIRED);
        }
        return problems;
    }

    private static Stream<Annotation> annotations(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameterAnnotations()).flatMap(Arrays::stream);
    }

    private static boolean validates(Annotation annotation) {
        return annotation instanceof Valid || annotation.annotationType().isAnnotationPresent(Constraint.class);
    }
}
