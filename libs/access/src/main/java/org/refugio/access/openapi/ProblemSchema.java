package org.refugio.access.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springframework.http.HttpStatus;

/** The schema of every response other than a success. */
final class ProblemSchema {

    private static final String IN_LANGUAGE = "in the language asked for by Accept-Language: Spanish (es) or English (en); "
            + "Spanish where neither was asked for";

    private ProblemSchema() {
    }

    static Schema<?> schema() {
        ArraySchema errors = new ArraySchema();
        errors.setDescription("With 400 and 422: the invalid fields and the violated rules");
        errors.setItems(new ObjectSchema().addProperty("field", new StringSchema()).addProperty("rule",
                new StringSchema()).addProperty("message",
                        new StringSchema()
                                .description("In the language asked for; absent where the detail explains it")));
        return new ObjectSchema()
                .addProperty("type", new StringSchema().description("urn:refugio:problem:<rule>, stable"))
                .addProperty("title", new StringSchema().description("Which rule, " + IN_LANGUAGE))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("Why, and what to do, " + IN_LANGUAGE))
                .addProperty("instance", new StringSchema())
                .addProperty("supportCode",
                        new StringSchema().description("With 5xx: the trace id, for the operator"))
                .addProperty("etag",
                        new StringSchema()
                                .description("With 412: the current entity tag, to be sent with If-Match after a "
                                        + "look at the current state"))
                .addProperty("errors", errors);
    }

    /** What a client learns from the status. */
    static String meaning(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request cannot be read; the member errors names the field";
            case UNAUTHORIZED -> "The credentials are missing or not valid";
            case FORBIDDEN -> "The caller's roles do not include the permission";
            case NOT_FOUND -> "It does not exist, or the caller may not know of it";
            case CONFLICT -> "Not possible in the current state";
            case PRECONDITION_FAILED -> "It has changed since the sender saw it; the detail describes both states, "
                    + "and the member etag is the current entity tag";
            case CONTENT_TOO_LARGE -> "The body is too large";
            case UNSUPPORTED_MEDIA_TYPE -> "The body has a type that is not accepted";
            case UNPROCESSABLE_CONTENT -> "The input is not valid; the member errors names the field";
            case PRECONDITION_REQUIRED -> "If-Match is missing, or is not one strong tag";
            case SERVICE_UNAVAILABLE ->
                "A component does not respond, or too many requests wait; try again after Retry-After";
            default -> status.getReasonPhrase();
        };
    }

    static ApiResponse response(String description) {
        return new ApiResponse().description(description).content(new Content().addMediaType(
                "application/problem+json",
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
