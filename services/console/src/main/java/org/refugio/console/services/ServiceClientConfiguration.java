package org.refugio.console.services;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.access.web.problem.StandardProblem;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.login.StaffUser;
import org.springframework.cloud.client.discovery.simple.InstanceProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryClient;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The clients of the services. Each call carries the access token of the user and the language of the page. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "intake", types = {IntakeClient.class, OperationsClient.class})
@ImportHttpServices(group = "document", types = {DocumentClient.class, OperationsClient.class})
@ImportHttpServices(group = "scheduling", types = {SchedulingClient.class, OperationsClient.class})
@ImportHttpServices(group = "notification", types = {NotificationClient.class, OperationsClient.class})
@LoadBalancerClients(defaultConfiguration = LoadBalancing.class)
class ServiceClientConfiguration {

    @Bean
    RestClientHttpServiceGroupConfigurer serviceClients(ServiceInstances instances, JsonMapper json) {
        return groups -> groups.forEachClient((group, client) -> client.requestFactory(instances)
                .requestInitializer(request -> {
                    request.getHeaders().set("Accept-Language", LocaleContextHolder.getLocale().toLanguageTag());
                    StaffUser.ofRequest().ifPresent(staff -> request.getHeaders().setBearerAuth(staff.token()));
                })
                // the default one reads a file into memory
                .configureMessageConverters(
                        each -> each.registerDefaults().addCustomConverter(new ResourceHttpMessageConverter()))
                .defaultStatusHandler(HttpStatusCode::isError,
                        (_, response) -> throwProblem(group.name(), response, json)));
    }

    @Bean
    DiscoveryClient discovery(ConsoleSettings settings) {
        SimpleDiscoveryProperties discovery = new SimpleDiscoveryProperties();
        discovery.setInstances(settings.services().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().stream().map(uri -> {
                    InstanceProperties instance = new InstanceProperties();
                    instance.setUri(uri);
                    return instance;
                }).toList())));
        discovery.afterPropertiesSet();
        return new SimpleDiscoveryClient(discovery);
    }

    private static void throwProblem(String service, ClientHttpResponse response, JsonMapper json) throws IOException {
        byte[] body = response.getBody().readAllBytes();
        boolean isJson = String.valueOf(response.getHeaders().getFirst("Content-Type")).contains("json");
        JsonNode problem = isJson && body.length > 0 ? json.readTree(body) : json.missingNode();
        if (response.getStatusCode().value() == 503) {
            throw problem.path("type").asString("").equals(StandardProblem.BUSY.type())
                    ? new ServiceBusy(service, retryAfter(response))
                    : new ServiceUnreachable(service, null);
        }
        throw new ServiceRefusal(response.getStatusCode().value(), problem);
    }

    private static long retryAfter(ClientHttpResponse response) {
        String seconds = String.valueOf(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
        return seconds.matches("[0-9]{1,4}") ? Long.parseLong(seconds) : 2;
    }
}
