package com.alexandrite.pricing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the pricing worker. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PricingWorkerApplication {

  /** Starts it; everything it needs comes from the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(PricingWorkerApplication.class, arguments);
  }
}
