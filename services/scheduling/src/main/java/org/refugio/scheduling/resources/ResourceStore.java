package org.refugio.scheduling.resources;

import com.mongodb.client.model.Indexes;
import org.refugio.messaging.AggregateFactory;
import org.refugio.messaging.Aggregates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResourceStore {

    @Bean
    Aggregates<Resource> resourceAggregates(AggregateFactory factory) {
        return factory.of("resources", Resource.class, Resource::resourceId, Indexes.ascending("state.office"),
                Indexes.ascending("state.account"));
    }
}
