package com.alexandrite.flags.flagsmith;

import com.alexandrite.flags.LiveFlags;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Chosen by {@code alexandrite.flags.provider=flagsmith}; without a choice, an address is one. With
 * neither there is no source, and every flag has its fallback.
 */
@AutoConfiguration
@Conditional(FlagsmithFlagsAutoConfiguration.Chosen.class)
@EnableConfigurationProperties(FlagsmithSettings.class)
class FlagsmithFlagsAutoConfiguration {
  private static final String PROVIDER = "alexandrite.flags.provider";

  @Bean
  FlagsmithProvider flagsmithProvider(
      FlagsmithSettings settings, LiveFlags flags, ObjectProvider<InstantSource> clock) {
    return new FlagsmithProvider(
        settings, flags.catalogue(), clock.getIfAvailable(Clock::systemUTC));
  }

  /** By name, or by an address alone. */
  static final class Chosen extends AnyNestedCondition {
    Chosen() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty(name = PROVIDER, havingValue = "flagsmith")
    static final class ByName {}

    @ConditionalOnProperty(name = PROVIDER, havingValue = "flagsmith", matchIfMissing = true)
    @ConditionalOnProperty("alexandrite.flags.url")
    static final class ByAddress {}
  }
}
