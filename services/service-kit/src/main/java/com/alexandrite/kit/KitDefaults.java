package com.alexandrite.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Puts the kit's settings below all others, so that a service or an operator can change each. */
class KitDefaults implements EnvironmentPostProcessor {

  private static final String FILE = "META-INF/alexandrite-kit.properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(new ResourcePropertySource(new ClassPathResource(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + FILE, e);
    }
  }
}
