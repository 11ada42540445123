package org.refugio.document.checklist;

import com.mongodb.client.model.Indexes;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChecklistStore {

    @Bean
    AggregateRepository<Checklist> checklists(AggregateRepositoryFactory factory) {
        return factory.of("checklists", Checklist.class, Checklist::caseId, Indexes.ascending("state.office"));
    }
}
