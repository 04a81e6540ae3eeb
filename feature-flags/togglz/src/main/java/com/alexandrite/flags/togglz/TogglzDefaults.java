package com.alexandrite.flags.togglz;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps Togglz out of a process that has chosen another provider, and its console behind the
 * service's security: on the service's port, with the service's own CSRF token. Togglz's token is
 * known to one process only, and the next request may meet another replica.
 */
class TogglzDefaults implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean chosen = "togglz".equals(environment.getProperty("alexandrite.flags.provider"));
    Map<String, Object> defaults =
        Map.of(
            "togglz.enabled",
            chosen,
            "togglz.console.use-management-port",
            false,
            "togglz.console.validate-csrf-token",
            false,
            "togglz.web.register-feature-interceptor",
            false);
    environment.getPropertySources().addLast(new MapPropertySource("togglz-defaults", defaults));
  }
}
