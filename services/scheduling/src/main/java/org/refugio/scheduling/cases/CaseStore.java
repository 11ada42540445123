package org.refugio.scheduling.cases;

import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseStore {

    @Bean
    Aggregates<KnownCase> caseAggregates(AggregateFactory factory) {
        return factory.of("cases", KnownCase.class, KnownCase::caseId);
    }
}
