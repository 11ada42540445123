package org.refugio.scheduling.appointments;

import com.mongodb.client.model.Indexes;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The repository of appointments, with the indexes for lists and the sweeper. */
@Configuration(proxyBeanMethods = false)
class AppointmentStore {

    @Bean
    AggregateRepository<Appointment> appointments(AggregateRepositoryFactory factory) {
        return factory.of("appointments", Appointment.class, each -> each.about().caseId(),
                Indexes.ascending("state.bucket"), Indexes.ascending("state.about.caseId"),
                Indexes.ascending("state.about.office"), Indexes.ascending("state.unsettled"));
    }
}
