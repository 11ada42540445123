package org.refugio.intake.cases;

import com.mongodb.client.model.Indexes;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The repository of cases, with the indexes for {@link FindCases}. */
@Configuration(proxyBeanMethods = false)
class CaseStore {

    @Bean
    AggregateRepository<Case> cases(AggregateRepositoryFactory factory) {
        return factory.of("cases", Case.class, Case::caseId, Indexes.ascending("state.office"),
                Indexes.ascending("state.tokens"));
    }
}
