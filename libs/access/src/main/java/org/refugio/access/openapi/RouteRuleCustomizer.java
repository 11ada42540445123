package org.refugio.access.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import org.refugio.access.web.input.PageNumber;
import org.refugio.access.web.security.RouteRule;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.EntityTag;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Adds to each route its rule, the idempotency key and the precondition of a command, its limits, and its problems. */
final class RouteRuleCustomizer implements GlobalOperationCustomizer {

    private final ProblemResponses problems;
    private final long largestBody;

    /** @param largestBody the maximum size of a JSON body in bytes */
    RouteRuleCustomizer(ProblemResponses problems, long largestBody) {
        this.problems = problems;
        this.largestBody = largestBody;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        RouteRule rule = RouteRule.of(handler);
        String feature = StringUtils
                .uncapitalize(handler.getBeanType().getSimpleName().replaceFirst("Controller$", ""));
        operation.setTags(List.of(feature));
        // a number that another route's name causes would change with that route
        operation.setOperationId(feature + StringUtils.capitalize(handler.getMethod().getName()));
        operation.addExtension("x-refugio-permission", rule.text());
        operation.setSecurity(switch (rule) {
            case RouteRule.Staff _ -> List.of(new SecurityRequirement().addList("bearer"));
            case RouteRule.Applicants _ -> List.of(new SecurityRequirement().addList("capability"));
            case RouteRule.Services _ -> List.of(new SecurityRequirement().addList("service"));
            case RouteRule.Public _,RouteRule.Unspecified _ -> List.of();
        });
        if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(CommandKey.class)) {
            operation.addParametersItem(new HeaderParameter().name("Idempotency-Key").required(true)
                    .description("The same key when the same command is repeated")
                    .schema(new StringSchema().minLength(1).maxLength(128)));
        }
        if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(EntityTag.class)) {
            operation.addParametersItem(new HeaderParameter().name(HttpHeaders.IF_MATCH).required(true)
                    .description(
                            "The entity tag of what the sender saw: one strong tag, neither * nor a list. Only the "
                                    + "parts that the command depends on are compared")
                    .schema(new StringSchema()));
        }
        if (operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey(MediaType.APPLICATION_JSON_VALUE)) {
            operation.getRequestBody().description("At most " + largestBody + " bytes")
                    .addExtension("x-refugio-max-bytes", largestBody);
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            PageNumber page = parameter.getParameterAnnotation(PageNumber.class);
            if (page != null) {
                operation.addExtension("x-refugio-page-size", page.size());
            }
        }
        problems.addTo(operation, handler);
        return operation;
    }
}
