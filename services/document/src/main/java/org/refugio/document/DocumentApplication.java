package org.refugio.document;

import org.refugio.procedure.Procedures;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The document service. */
@SpringBootApplication
public class DocumentApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DocumentApplication.class, arguments);
    }

    @Bean
    Procedures procedures() {
        return Procedures.shipped();
    }
}
