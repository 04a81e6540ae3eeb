package com.alexandrite.flags.togglz;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.LiveFlags;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.togglz.core.activation.ActivationStrategyProvider;
import org.togglz.core.repository.StateRepository;
import org.togglz.core.spi.FeatureProvider;
import org.togglz.core.user.UserProvider;
import org.togglz.spring.boot.actuate.autoconfigure.TogglzAutoConfiguration;

/**
 * Chosen by {@code alexandrite.flags.provider=togglz}. A bean {@code Supplier<EvaluationContext>}
 * tells Togglz for whom the running request asks; without one, that is whoever is signed in.
 */
@AutoConfiguration(before = TogglzAutoConfiguration.class)
@ConditionalOnProperty(name = "alexandrite.flags.provider", havingValue = "togglz")
@EnableConfigurationProperties(TogglzSettings.class)
class TogglzFlagsAutoConfiguration {

  @Bean
  FlagsInForce flagsInForce(LiveFlags live) {
    return new FlagsInForce(live.catalogue());
  }

  @Bean
  FlagStore flagStore(
      DataSource database, JdbcConnectionDetails details, LiveFlags live, TogglzSettings settings) {
    // What follows the question mark may be a password.
    String address = details.getJdbcUrl().split("\\?", 2)[0];
    return new FlagStore(
        database, address, InitialDocument.of(settings.environment(), live.catalogue()));
  }

  @Bean
  TogglzProvider togglzProvider(FlagStore store, FlagsInForce flags) {
    return new TogglzProvider(store, flags);
  }

  @Bean
  StateRepository flagStateRepository(FlagStore store, FlagsInForce flags) {
    return new FlagStateRepository(store, flags);
  }

  @Bean
  FeatureProvider catalogueFeatures(LiveFlags live) {
    return new CatalogueFeatures(live.catalogue());
  }

  /** No other strategy: code could not follow it. */
  @Bean
  ActivationStrategyProvider flagStrategies(FlagsInForce flags, LiveFlags live) {
    RulesStrategy strategy = new RulesStrategy(flags, live);
    return () -> List.of(strategy);
  }

  @Bean
  UserProvider flagUsers(
      TogglzSettings settings, ObjectProvider<Supplier<EvaluationContext>> contexts) {
    Supplier<EvaluationContext> context = contexts.getIfAvailable();
    return new FlagUsers(
        settings.staff(), name -> context == null ? FlagUsers.named(name) : context.get());
  }
}
