package org.refugio.document.checklist;

import com.mongodb.client.model.Indexes;
import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChecklistStore {

    @Bean
    Aggregates<Checklist> checklists(AggregateFactory factory) {
        return factory.of("checklists", Checklist.class, Checklist::caseId, Indexes.ascending("state.office"));
    }
}
