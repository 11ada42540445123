package org.refugio.console.readmodel;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ReadModelConfiguration {

    @Bean
    ReadModel readModel(MongoDatabase database) {
        return new ReadModel(database);
    }
}
