package org.refugio.testkit;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Starts the service under test in a new {@link TestNamespace}, and makes that and its {@link TopicRecords} available. */
public final class TestNamespaceInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestNamespace namespace = TestNamespace.create();
        String service = context.getEnvironment().getProperty("spring.application.name", "service");
        // a property source with this name is bound like environment variables: REFUGIO_KEY_FILE is refugio.key-file
        context.getEnvironment().getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource("refugio-systemEnvironment", namespace.variables(service)));
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("refugio-test-namespace", namespace.properties()));
        context.getBeanFactory().registerSingleton("testNamespace", namespace);
        context.getBeanFactory().registerSingleton("topicRecords", new TopicRecords(namespace));
    }
}
