package org.refugio.access.web.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads the JSON of requests. A field is of the declared type, named as declared and given once; nothing is converted. What
 * is read from topics and from the store has other mappers, which accept the fields of newer versions.
 */
public final class StrictJson {

    private StrictJson() {
    }

    /** A mapper that writes like the given one. */
    public static JsonMapper of(JsonMapper writing) {
        return writing.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                        DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withAllCoercionConfigs(all -> {
                    for (CoercionInputShape shape : CoercionInputShape.values()) {
                        for (LogicalType type : LogicalType.values()) {
                            all.findOrCreateCoercion(type).setCoercion(shape, CoercionAction.Fail);
                        }
                    }
                }).addModule(scalars()).build();
    }

    private static SimpleModule scalars() {
        return new SimpleModule("refugio-input")
                .addDeserializer(String.class, new Scalar<>(String.class, InputText::of))
                .addDeserializer(LocalDate.class, new Scalar<>(LocalDate.class, InputDates::date))
                .addDeserializer(LocalDateTime.class, new Scalar<>(LocalDateTime.class, InputDates::dateTime))
                .addDeserializer(Instant.class, new Scalar<>(Instant.class, InputDates::instant))
                .setDeserializerModifier(new ValueDeserializerModifier() {

                    @Override
                    public ValueDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type,
                            BeanDescription.Supplier bean, ValueDeserializer<?> usual) {
                        return constants(type.getRawClass());
                    }
                });
    }

    private static <E> Scalar<E> constants(Class<E> type) {
        return new Scalar<>(type, name -> Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name)).findFirst()
                .orElseThrow(IllegalArgumentException::new));
    }

    /** A value that is written as a string. */
    private static final class Scalar<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final transient Function<String, T> reading;

        Scalar(Class<T> type, Function<String, T> reading) {
            super(type);
            this.type = type;
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, json));
            }
            try {
                return reading.apply(json.getString());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw context.weirdStringException("", type, "not in the expected form");
            }
        }
    }
}
