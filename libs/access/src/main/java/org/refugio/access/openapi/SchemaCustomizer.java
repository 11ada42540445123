package org.refugio.access.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.refugio.access.web.input.InputDates;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to the schemas what the types alone express: required members, the languages, and the form of a local time. */
final class SchemaCustomizer implements OpenApiCustomizer {

    private static final String LANGUAGE = "language";

    private final SchemaNames names;

    SchemaCustomizer(SchemaNames names) {
        this.names = names;
    }

    @Override
    public void customise(OpenAPI description) {
        Map<String, Class<?>> types = names.types();
        description.getComponents().getSchemas().forEach((name, schema) -> {
            if (types.containsKey(name) && types.get(name).isRecord() && schema.getProperties() != null) {
                Arrays.stream(types.get(name).getRecordComponents()).forEach(each -> describe(schema, each));
            }
        });
        description.getPaths().values().stream().flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getParameters() == null
                        ? Stream.<Parameter>empty()
                        : operation.getParameters().stream())
                .filter(parameter -> parameter.getName().equals(LANGUAGE))
                .forEach(parameter -> languages(parameter.getSchema()));
    }

    private static void describe(Schema<?> schema, RecordComponent component) {
        if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
            Arrays.stream(component.getType().getRecordComponents()).forEach(each -> describe(schema, each));
            return;
        }
        Schema<?> member = schema.getProperties().get(component.getName());
        if (member == null) {
            return;
        }
        if (component.getType().isPrimitive()
                && !Objects.requireNonNullElse(schema.getRequired(), List.of()).contains(component.getName())) {
            schema.addRequiredItem(component.getName());
        }
        if (component.getType() == LocalDateTime.class) {
            member.setFormat(null); // date-time would require an offset
            member.setPattern("^" + InputDates.TIME + "$");
        }
        if (component.getType() == String.class && component.getName().equals(LANGUAGE)) {
            languages(member);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the schema of a string has strings as constants
    private static void languages(Schema schema) {
        schema.setPattern(null);
        schema.setEnum(Languages.shipped().with(LanguageCapability.CHOICE).stream().map(Language::tag).toList());
    }
}
