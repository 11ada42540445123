package org.refugio.access.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.refugio.access.AccessSettings;
import org.refugio.access.Caller;
import org.refugio.access.capability.Applicant;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.EntityTag;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Describes the routes of a service as OpenAPI 3.1. The text is the same in every environment, so it can be compared. */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
@PropertySource("classpath:org/refugio/access/openapi.properties")
class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, CommandKey.class, EntityTag.class,
                Applicant.class);
    }

    @Bean
    OpenAPI openApi(Environment environment) {
        String service = environment.getProperty("spring.application.name", "service");
        return new OpenAPI()
                .info(new Info().title("Refugio: " + service).version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description(
                                "Every command requires an Idempotency-Key. A command on something that exists also "
                                        + "requires If-Match with the entity tag of what its sender saw, from the "
                                        + "header ETag or a member etag. Every response other than a success is "
                                        + "a problem detail (RFC 9457) with a stable type, and a title and a detail in "
                                        + "the language that Accept-Language asks for (es, en; otherwise es)."))
                .servers(List.of(new Server().url("/api/" + service).description("At the address of the console")))
                .components(new Components().addSchemas("Problem", ProblemSchema.schema())
                        .addSecuritySchemes("bearer",
                                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                                        .bearerFormat("JWT").description("The person's own access token (OIDC)"))
                        .addSecuritySchemes("capability",
                                new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.HEADER)
                                        .name(RequiresCapability.HEADER)
                                        .description("The capability in an applicant's link"))
                        .addSecuritySchemes("service",
                                new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.HEADER)
                                        .name("Authorization").description("Service <the installation's secret>")));
    }

    @Bean
    GlobalOperationCustomizer routeRules(ListableBeanFactory beans, AccessSettings settings) {
        return new RouteRuleCustomizer(
                new ProblemResponses(new ReachableCode(type -> implementations(type, beans))),
                settings.largestBody().toBytes());
    }

    /** Those that are beans, and those beside the interface: a bean may create one for itself. */
    private static List<Class<?>> implementations(Class<?> type, ListableBeanFactory beans) {
        if (type.isSealed()) {
            return List.of(type.getPermittedSubclasses());
        }
        ClassPathScanningCandidateComponentProvider beside = new ClassPathScanningCandidateComponentProvider(false);
        beside.addIncludeFilter(new AssignableTypeFilter(type));
        return Stream.concat(
                Arrays.stream(beans.getBeanNamesForType(type, true, false)).map(beans::getType)
                        .filter(Objects::nonNull).map(ClassUtils::getUserClass),
                beside.findCandidateComponents(type.getPackageName()).stream()
                        .map(each -> ClassUtils.resolveClassName(each.getBeanClassName(), type.getClassLoader())))
                .<Class<?>>map(each -> each).distinct().toList();
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mapper, SchemaNames names) {
        return new ModelResolver(mapper.jsonMapper(), names).openapi31(true);
    }

    @Bean
    OpenApiCustomizer schemas(SchemaNames names) {
        return new SchemaCustomizer(names);
    }
}
