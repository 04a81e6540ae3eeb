package com.alexandrite.kit.training;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Has a training run go on to the first pages. Whoever starts it asks for an end at the refreshed
 * context, without a migration, which versions from before this class understand as well.
 */
class TrainingRun implements EnvironmentPostProcessor {

  /** Switches a training run on. */
  static final String PROPERTY = "alexandrite.training";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.getProperty(PROPERTY, Boolean.class, false)) {
      System.clearProperty("spring.context.exit");
      System.clearProperty("spring.flyway.enabled");
    }
  }
}
