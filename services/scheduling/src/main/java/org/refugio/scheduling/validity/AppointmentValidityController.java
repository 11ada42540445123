package org.refugio.scheduling.validity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.access.service.ServiceOnly;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AppointmentValidityController {

    private static final int MOST = 1000;

    private final AggregateRepository<Appointment> appointments;

    AppointmentValidityController(AggregateRepository<Appointment> appointments) {
        this.appointments = appointments;
    }

    /** The dates that are asked about. */
    record Question(@NotNull @Valid @Size(max = MOST) List<Dated> appointments) {}

    /** One date of one appointment. */
    record Dated(@NotBlank String id, int revision) {}

    /** In the order of the question. */
    record Standing(List<Stands> standing) {}

    /** Whether that very date stands. */
    record Stands(String id, int revision, boolean stands) {}

    @PostMapping("/v1/internal/standing")
    @ServiceOnly
    Standing standing(@Valid @RequestBody Question question) {
        List<String> ids = question.appointments().stream().map(Dated::id).distinct().toList();
        Map<String, Appointment> found = appointments.where(Filters.in("_id", ids), Sorts.ascending("_id"), 0, MOST)
                .stream().collect(Collectors.toMap(StoredAggregate::id, StoredAggregate::state));
        return new Standing(question.appointments().stream().map(asked -> new Stands(asked.id(), asked.revision(),
                found.containsKey(asked.id()) && found.get(asked.id()).stands(asked.revision()))).toList());
    }
}
