package org.refugio.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.testkit.TestNamespaceInitializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The console in a separate namespace with {@link FakeServices}. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {TestNamespaceInitializer.class, ConsoleTest.Around.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@interface ConsoleTest {

    /** Points the console at {@link FakeServices}. */
    final class Around implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> around = new LinkedHashMap<>();
            around.put("refugio.issuer", FakeServices.SHARED.uri());
            List.of("intake", "document", "scheduling", "notification")
                    .forEach(each -> around.put("refugio.console.services." + each, FakeServices.SHARED.uri()));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("around", around));
        }
    }
}
