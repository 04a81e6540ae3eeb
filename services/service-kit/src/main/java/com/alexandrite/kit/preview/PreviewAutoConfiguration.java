package com.alexandrite.kit.preview;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Tells a process its space, and all that hears from it. */
@AutoConfiguration
@EnableConfigurationProperties(PreviewSettings.class)
class PreviewAutoConfiguration {

  @Bean
  OwnSpace ownSpace(PreviewSettings preview) {
    return new OwnSpace(preview.name());
  }

  @Bean
  PassingOn passingOn(OwnSpace own) {
    return new PassingOn(own);
  }

  /** A preview's figures must not be added up with the baseline's. */
  @Bean
  MeterFilter ofThisSpace(OwnSpace own) {
    return MeterFilter.commonTags(
        own.preview().map(name -> Tags.of("preview", name)).orElse(Tags.empty()));
  }

  /** What a web application adds. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class Web {

    @Bean
    FilterRegistrationBean<PreviewFilter> previewFilter(OwnSpace own) {
      var registration = new FilterRegistrationBean<>(new PreviewFilter(own));
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
      return registration;
    }
  }

  /** What an application with Spring's HTTP clients adds. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(RestClientCustomizer.class)
  static class Clients {

    @Bean
    RestClientCustomizer baggageOfRestClients(PassingOn passingOn) {
      return client -> client.requestInterceptor(passingOn);
    }

    @Bean
    RestTemplateCustomizer baggageOfRestTemplates(PassingOn passingOn) {
      return client -> client.getInterceptors().add(passingOn);
    }
  }
}
