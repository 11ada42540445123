package org.refugio.console.services;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The load balancer configuration of each service; excluded from the component scan of the console. */
class LoadBalancing {

    /** After a failure the instance that failed is not chosen again, unless it is the only one. */
    @Bean
    ServiceInstanceListSupplier instances(ConfigurableApplicationContext context) {
        return ServiceInstanceListSupplier.builder().withBlockingDiscoveryClient().withRetryAwareness().build(context);
    }
}
