package org.refugio.intake.cases;

import com.mongodb.client.model.Indexes;
import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where cases are kept, with the indexes that {@link FindCases} asks by. */
@Configuration(proxyBeanMethods = false)
class CaseStore {

    @Bean
    Aggregates<Case> cases(AggregateFactory factory) {
        return factory.of("cases", Case.class, Case::caseId, Indexes.ascending("state.office"),
                Indexes.ascending("state.tokens"));
    }
}
