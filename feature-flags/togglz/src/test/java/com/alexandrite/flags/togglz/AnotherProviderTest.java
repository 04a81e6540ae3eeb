package com.alexandrite.flags.togglz;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.flags.FlagProvider;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.testing.contract.ContractFlags;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.togglz.core.manager.FeatureManager;

/** A service that has chosen another provider has Togglz on its class path only. */
class AnotherProviderTest {

  @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
  static class Application {
    @Bean
    LiveFlags liveFlags() {
      return new LiveFlags(ContractFlags.ALL, false);
    }
  }

  @Test
  void startsNothingOfTogglz() {
    SpringApplication application =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties("alexandrite.flags.provider=flagsmith")
            .build();
    try (ConfigurableApplicationContext context = application.run()) {
      assertThat(context.getBeanNamesForType(FeatureManager.class)).isEmpty();
      assertThat(context.getBeanNamesForType(FlagProvider.class)).isEmpty();
      assertThat(context.getBeanDefinitionNames()).noneMatch(it -> it.contains("togglzConsole"));
    }
  }
}
