package org.refugio.intake.proceedings.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refugio.contracts.DocumentEvent;
import org.refugio.contracts.Event;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.contracts.Wire;
import org.refugio.intake.proceedings.AdvanceSteps.Trigger;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.procedure.process.EventRule;
import org.refugio.procedure.process.StepMove;
import tools.jackson.databind.json.JsonMapper;

class StepTriggersTest {

    private static final List<String> TABLE_EVENTS = CaseProcess.shipped().events().stream().map(EventRule::event)
            .toList();

    static Stream<Class<?>> events() {
        return Stream.of(DocumentEvent.class, SchedulingEvent.class)
                .flatMap(producer -> Arrays.stream(producer.getPermittedSubclasses()))
                .filter(each -> each.isAnnotationPresent(Wire.class));
    }

    @ParameterizedTest
    @MethodSource("events")
    void exactlyTheEventsOfTheProcessTableMoveSteps(Class<?> type) throws IOException {
        String wireName = type.getAnnotation(Wire.class).value();
        assertThat(trigger(sample(wireName, type)).isPresent()).as(wireName).isEqualTo(TABLE_EVENTS.contains(wireName));
    }

    @Test
    void everyEventOfTheTableExists() {
        assertThat(events().map(each -> each.getAnnotation(Wire.class).value())).containsAll(TABLE_EVENTS);
    }

    @Test
    void anAppointmentMovesTheStepOfItsKind() throws IOException {
        assertThat(trigger(sample("scheduling.appointment-booked.v1", SchedulingEvent.AppointmentBooked.class)))
                .map(Trigger::moves).contains(List.of(new StepMove(Step.INTERVIEW_PREPARATION,
                        StepStatus.IN_PROGRESS)));
        assertThat(trigger(sample("scheduling.appointment-held.v1", SchedulingEvent.AppointmentHeld.class)))
                .map(Trigger::moves).contains(List.of(new StepMove(Step.INTERVIEW_PREPARATION, StepStatus.DONE)));
    }

    private static Optional<Trigger> trigger(Event event) {
        return switch (event) {
            case DocumentEvent document -> DocumentBindings.trigger(document);
            case SchedulingEvent scheduling -> SchedulingBindings.trigger(scheduling);
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private static Event sample(String wireName, Class<?> type) throws IOException {
        try (InputStream in = StepTriggersTest.class.getResourceAsStream("/samples/" + wireName + ".json")) {
            return (Event) JsonMapper.shared().readValue(in, type);
        }
    }
}
