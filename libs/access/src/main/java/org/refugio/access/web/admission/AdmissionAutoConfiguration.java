package org.refugio.access.web.admission;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.refugio.access.web.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Limits the requests of a service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AdmissionSettings.class)
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
class AdmissionAutoConfiguration {

    /** Before the filters of the audit trail (-110) and of Spring Security (-100). */
    private static final int BEFORE_AUDIT = -115;

    @Bean
    AdmissionLimit admissionLimit(AdmissionSettings settings, ObjectProvider<MeterRegistry> meters) {
        return new AdmissionLimit(settings, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    FilterRegistrationBean<AdmissionFilter> admissionFilter(AdmissionLimit limit, ProblemWriter problems) {
        FilterRegistrationBean<AdmissionFilter> filter = new FilterRegistrationBean<>(
                new AdmissionFilter(limit, problems));
        filter.setOrder(BEFORE_AUDIT);
        return filter;
    }
}
