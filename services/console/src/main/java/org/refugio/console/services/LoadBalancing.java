package org.refugio.console.services;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What the load balancer's context of each service contains: it must not be found by the scan of the console's. */
class LoadBalancing {

    /** After a failure the instance that failed is not chosen again, unless it is the only one. */
    @Bean
    ServiceInstanceListSupplier instances(ConfigurableApplicationContext context) {
        return ServiceInstanceListSupplier.builder().withBlockingDiscoveryClient().withRetryAwareness().build(context);
    }
}
