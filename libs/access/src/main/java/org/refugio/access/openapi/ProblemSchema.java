package org.refugio.access.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

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

    static ApiResponse response(String description) {
        return new ApiResponse().description(description).content(new Content().addMediaType(
                "application/problem+json",
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
