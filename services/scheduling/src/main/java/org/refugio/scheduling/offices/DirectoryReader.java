package org.refugio.scheduling.offices;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DirectoryReader {

    private static final String ON_CLASSPATH = "classpath:";

    @Bean
    OfficeDirectory directory(DirectorySettings settings) {
        return settings.directory().isBlank() ? OfficeDirectory.empty() : read(settings.directory());
    }

    @Bean
    Offices offices(OfficeDirectory directory) {
        return new Offices(directory);
    }

    static OfficeDirectory read(String location) {
        Resource file = location.startsWith(ON_CLASSPATH)
                ? new ClassPathResource(location.substring(ON_CLASSPATH.length()))
                : new FileSystemResource(Path.of(location));
        try (InputStream in = file.getInputStream()) {
            return JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()
                    .readValue(in, OfficeDirectory.class);
        } catch (IOException | JacksonException e) {
            // the content holds names, so only the location is reported
            throw new IllegalStateException(
                    "The directory %s (REFUGIO_DIRECTORY) cannot be read: %s".formatted(location,
                            e.getClass().getSimpleName()));
        }
    }
}
