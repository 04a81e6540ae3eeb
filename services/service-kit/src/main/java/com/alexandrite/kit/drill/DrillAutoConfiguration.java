package com.alexandrite.kit.drill;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The drill's filter: behind the one that measures, so that the fault shows in the figures. */
@AutoConfiguration
@ConditionalOnWebApplication
class DrillAutoConfiguration {

  private static final int BEHIND_THE_MEASURING = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<DrillFilter> drillFilter() {
    return registration(System.getenv());
  }

  static FilterRegistrationBean<DrillFilter> registration(Map<String, String> environment) {
    Drill drill = Drill.of(environment);
    var filter = new DrillFilter(drill, () -> ThreadLocalRandom.current().nextDouble());
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(BEHIND_THE_MEASURING);
    registration.setEnabled(drill != Drill.OFF);
    if (drill != Drill.OFF) {
      LoggerFactory.getLogger(DrillFilter.class)
          .warn("DRILL: this process spoils requests on purpose: {}", drill);
    }
    return registration;
  }
}
