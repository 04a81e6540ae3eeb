package com.alexandrite.kit.telemetry;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Signs answers, and keeps out of the request figures what no customer waits for. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(InstanceSettings.class)
class TelemetryAutoConfiguration {

  @Bean
  FilterRegistrationBean<InstanceFilter> instanceFilter(InstanceSettings instance) {
    var registration = new FilterRegistrationBean<>(new InstanceFilter(instance));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  ObservationPredicate onlyCustomerRequests() {
    return (_, context) ->
        !(context instanceof ServerRequestObservationContext request)
            || CustomerRequests.counts(request.getCarrier());
  }
}
