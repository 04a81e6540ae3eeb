package com.alexandrite.kit.look;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The settings that the pages rely on; an application's own settings win over them. */
final class LookDefaults implements EnvironmentPostProcessor {

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "spring.messages.basename", "messages,kit/messages",
          "spring.messages.fallback-to-system-locale", "false",
          // One rule for all messages: an apostrophe is written twice.
          "spring.messages.always-use-message-format", "true",
          // Addresses carry a hash of the content, so that browsers may keep what they got for a
          // year.
          "spring.web.resources.chain.strategy.content.enabled", "true",
          "spring.web.resources.chain.strategy.content.paths", "/**",
          "spring.web.resources.cache.cachecontrol.max-age", "365d",
          "server.compression.enabled", "true",
          "server.compression.mime-types",
              "text/html,text/css,text/javascript,application/json,image/svg+xml");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new MapPropertySource("look", DEFAULTS));
  }
}
