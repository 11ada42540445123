package org.refugio.scheduling.resources;

import com.mongodb.client.model.Indexes;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResourceStore {

    @Bean
    AggregateRepository<Resource> resourceAggregates(AggregateRepositoryFactory factory) {
        return factory.of("resources", Resource.class, Resource::resourceId, Indexes.ascending("state.office"),
                Indexes.ascending("state.account"));
    }
}
