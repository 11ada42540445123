package org.refugio.testkit;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts a service under test into a fresh {@link World}. */
public final class WorldInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        World world = World.fresh();
        String service = context.getEnvironment().getProperty("spring.application.name", "service");
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("refugio-world", world.settings(service)));
        context.getBeanFactory().registerSingleton("world", world);
        context.getBeanFactory().registerSingleton("records", new Records(world));
    }
}
