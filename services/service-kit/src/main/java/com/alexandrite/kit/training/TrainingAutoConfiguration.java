package com.alexandrite.kit.training;

import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A start that changes nothing, warms up, and ends. */
@AutoConfiguration(before = LifecycleAutoConfiguration.class)
@ConditionalOnProperty(TrainingRun.PROPERTY)
class TrainingAutoConfiguration {

  @Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
  static LifecycleProcessor onlyWebServers() {
    return new OnlyWebServers();
  }

  @Bean
  FlywayMigrationStrategy migrationStrategy() {
    return TrainingAutoConfiguration::migrateOnlyAnEmptyDatabase;
  }

  /** Where nobody has data yet there is nothing to harm, and without tables no page to learn. */
  private static void migrateOnlyAnEmptyDatabase(Flyway flyway) {
    if (flyway.info().current() == null) {
      flyway.migrate();
    }
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> end() {
    return new End();
  }

  /** Before all other listeners, which would begin to work. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  private static final class End implements ApplicationListener<ApplicationReadyEvent> {
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
      System.exit(SpringApplication.exit(event.getApplicationContext()));
    }
  }
}
