package org.refugio.testkit;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Puts a service under test into a fresh {@link TestNamespace}. */
public final class TestNamespaceInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestNamespace world = TestNamespace.fresh();
        String service = context.getEnvironment().getProperty("spring.application.name", "service");
        // under this name the binder reads REFUGIO_KEY_FILE as refugio.key-file, as it does for real variables
        context.getEnvironment().getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("refugio-systemEnvironment", world.variables(service)));
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("refugio-world", world.properties()));
        context.getBeanFactory().registerSingleton("world", world);
        context.getBeanFactory().registerSingleton("records", new TopicRecords(world));
    }
}
