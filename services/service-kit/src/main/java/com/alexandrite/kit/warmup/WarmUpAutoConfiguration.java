package com.alexandrite.kit.warmup;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Warms every web service. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(WarmUpSettings.class)
class WarmUpAutoConfiguration {

  @Bean
  WarmUp warmUp(
      WarmUpSettings settings, ObjectProvider<WarmUpTask> tasks, Environment environment) {
    return new WarmUp(settings, tasks.orderedStream().toList(), environment);
  }
}
