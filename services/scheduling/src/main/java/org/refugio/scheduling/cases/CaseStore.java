package org.refugio.scheduling.cases;

import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseStore {

    @Bean
    AggregateRepository<KnownCase> caseAggregates(AggregateRepositoryFactory factory) {
        return factory.of("cases", KnownCase.class, KnownCase::caseId);
    }
}
