package org.refugio.access.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import org.refugio.access.web.security.RouteRule;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.EntityTag;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** Adds to each route its rule, the idempotency key and the precondition of a command, and the response of an error. */
final class RouteRuleCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        RouteRule rule = RouteRule.of(handler);
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
            operation.getResponses()
                    .addApiResponse("412", ProblemSchema.response("It has changed since the sender saw it; the detail "
                            + "describes both states, and the member etag is the current entity tag"))
                    .addApiResponse("428", ProblemSchema.response("If-Match is missing, or is not one strong tag"));
        }
        operation.getResponses().addApiResponse("default", ProblemSchema.response("A problem detail"));
        return operation;
    }
}
