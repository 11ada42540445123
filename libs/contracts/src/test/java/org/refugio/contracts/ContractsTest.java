package org.refugio.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractsTest {

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    static Stream<Arguments> events() {
        return Published.producers().entrySet().stream().flatMap(producer -> Published.recordsOf(producer.getValue())
                .stream().map(each -> Arguments.of(producer.getKey(), each)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theWireNameOfEveryEventContainsItsProducerAndVersion(String producer, Class<?> event) {
        assertThat(Published.wireName(event)).matches(producer + "\\.[a-z0-9]+(-[a-z0-9]+)*\\.v[1-9][0-9]*");
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasASampleThatIsUnchangedByReadingAndWriting(String producer, Class<?> event) throws IOException {
        JsonNode sample = sample(Published.wireName(event));
        Object read = json.treeToValue(sample, event);
        // parsed again, because the same number can be an int node or a long node
        assertThat(json.readTree(json.writeValueAsString(read))).isEqualTo(sample);
        assertThat(json.readValue(json.writeValueAsString(read), event)).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everySampleHasAllFieldsThatAreNotOptional(String producer, Class<?> event) throws IOException {
        JsonNode sample = sample(Published.wireName(event));
        List<String> optional = event == SchedulingEvent.ResourceRegistered.class ? List.of("roomName") : List.of();
        assertThat(sample.propertyNames()).containsAll(Arrays.stream(event.getRecordComponents())
                .map(each -> each.getName()).filter(each -> !optional.contains(each)).toList());
    }

    @Test
    void aFactFromBeforeCorrectionsExistedIsStillRead() throws IOException {
        ObjectNode older = (ObjectNode) sample("intake.decision-recorded.v1");
        older.remove("correctionReason");
        assertThat(json.treeToValue(older, IntakeEvent.DecisionRecorded.class).correctionReason()).isNull();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventContainsTheOffice(String producer, Class<?> event) throws IOException {
        JsonNode sample = sample(Published.wireName(event));
        assertThat(sample.path("office").asString(sample.path("appointment").path("office").asString("")))
                .isNotEmpty();
    }

    @Test
    void wireNamesAreUnique() {
        assertThat(events().map(each -> Published.wireName((Class<?>) each.get()[1])).toList()).isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void everySampleBelongsToAnEvent() throws IOException, URISyntaxException {
        Path samples = Path.of(ContractsTest.class.getResource("/samples").toURI());
        try (Stream<Path> files = Files.list(samples)) {
            assertThat(files.map(each -> each.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(each -> Published.wireName((Class<?>) each.get()[1])).toList());
        }
    }

    @Test
    void everyProducerHasAnUnknownEventWithoutAWireName() {
        for (Map.Entry<String, Class<?>> producer : Published.producers().entrySet()) {
            assertThat(producer.getValue().getPermittedSubclasses())
                    .filteredOn(each -> Published.wireName(each).isEmpty())
                    .extracting(Class::getSimpleName).containsExactly("Unknown");
        }
    }

    private JsonNode sample(String wireName) throws IOException {
        try (InputStream in = ContractsTest.class.getResourceAsStream("/samples/" + wireName + ".json")) {
            assertThat(in).as("samples/%s.json", wireName).isNotNull();
            return json.readTree(in);
        }
    }
}
