package com.alexandrite.flags.server;

import com.alexandrite.flags.server.api.ChangesApi;
import com.alexandrite.flags.server.api.DefinitionsApi;
import com.alexandrite.flags.server.api.EnvironmentsApi;
import com.alexandrite.flags.server.api.FlagProblems;
import com.alexandrite.flags.server.api.FlagsApi;
import com.alexandrite.flags.server.api.SchedulesApi;
import com.alexandrite.flags.server.api.SegmentsApi;
import com.alexandrite.flags.server.api.WebhooksApi;
import com.alexandrite.flags.server.change.History;
import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.desk.Explaining;
import com.alexandrite.flags.server.desk.FlagDesk;
import com.alexandrite.flags.server.desk.FlagUses;
import com.alexandrite.flags.server.environment.Documents;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.FlagStates;
import com.alexandrite.flags.server.flagsmith.FlagsmithApi;
import com.alexandrite.flags.server.instance.Instances;
import com.alexandrite.flags.server.key.EnvironmentKeys;
import com.alexandrite.flags.server.store.Beat;
import com.alexandrite.flags.server.store.FlagDatabase;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What the flag server answers: the admin API as its host lets people in, Flagsmith's by key. */
@Configuration(proxyBeanMethods = false)
@Import({
  ChangesApi.class,
  DefinitionsApi.class,
  EnvironmentsApi.class,
  FlagProblems.class,
  FlagsApi.class,
  FlagsmithApi.class,
  SchedulesApi.class,
  SegmentsApi.class,
  WebhooksApi.class
})
class FlagServerWeb {

  @Bean
  EnvironmentKeys environmentKeys(
      FlagDatabase database, Environments environments, FlagClock clock) {
    return new EnvironmentKeys(database, environments, clock.source());
  }

  @Bean
  FlagDesk flagDesk(
      Definitions definitions,
      Environments environments,
      FlagStates states,
      History history,
      Evaluations evaluations,
      Instances instances,
      FlagClock clock) {
    return new FlagDesk(
        definitions, environments, states, history, evaluations, instances, clock.source());
  }

  @Bean
  Explaining flagExplaining(Definitions definitions, Documents documents) {
    return new Explaining(definitions, documents);
  }

  @Bean
  FlagUses flagUses(FlagServerSettings settings) {
    return new FlagUses(settings.definitions());
  }

  @Bean
  Beat flagUsesBeat(FlagUses uses) {
    return new Beat("flag-uses", Duration.ofMinutes(5), uses::look);
  }

  /** Programs with an environment key; the controller looks at it. */
  @Bean
  @Order(-10)
  SecurityFilterChain flagsmithSecurity(HttpSecurity http) {
    return http.securityMatcher("/api/v1/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }
}
